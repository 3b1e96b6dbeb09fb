/** Whether Docker publishes an official image of this name, so that a name without a registry leads to it. */
export function isOfficialImage(name: string): boolean {
  return OFFICIAL.has(name);
}

/** @see https://github.com/docker-library/official-images/tree/master/library */
const OFFICIAL: ReadonlySet<string> = new Set(
  (
    'adminer aerospike alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita ' +
    'buildpack-deps busybox caddy cassandra centos chronograf cirros clearlinux clefos clickhouse clojure composer ' +
    'convertigo couchbase couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin eggdrop ' +
    'elasticsearch elixir emqx erlang express-gateway fedora flink fluentd friendica gazebo gcc geonetwork ghost ' +
    'golang gradle groovy haproxy haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes ibmjava influxdb ' +
    'irssi java jetty joomla jruby julia kapacitor kibana known kong krakend liberty lightstreamer liquibase logstash ' +
    'mageia mariadb matomo maven mediawiki memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j ' +
    'neurodebian nextcloud nginx node notary odoo open-liberty openjdk opensuse oraclelinux orientdb percona perl ' +
    'photon php php-zendserver phpmyadmin plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star redis ' +
    'redmine registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas sl solr ' +
    'sonarqube sourcemage spark spiped storm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu unit ' +
    'valkey varnish vault websphere-liberty wordpress xwiki yourls zookeeper znc'
  ).split(' '),
);
