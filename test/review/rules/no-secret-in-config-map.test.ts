import { noSecretInConfigMap } from '../../../review/rules/no-secret-in-config-map';
import { describeRule } from '../rule-cases';
import { neighbour } from '../surroundings';

const map = (data: object) => neighbour('v1', 'ConfigMap', { data });

describeRule(noSecretInConfigMap, {
  passes: {
    settings: [map({ host: 'db', 'app.properties': 'db.host=db\ndb.port=5432\npassword.file=/run/password' })],
    'a reference': [map({ 'app.yaml': 'password: ${DB_PASSWORD}' })],
    'a name without a value': [map({ password: '' })],
    'a comment': [map({ 'app.ini': '[db]\n; password = correct-horse\n# postgres://shop:correct-horse@db/shop' })],
    'the name of a Secret': [map({ 'app.yaml': 'db:\n  secret: db-login\n  token: login.json' })],
    'a sentence about passwords': [map({ 'readme.md': 'password: is asked for at the first login' })],
  },
  fails: {
    'a value for a password': [[map({ DB_PASSWORD: 'correct-horse' })], ['data[DB_PASSWORD]']],
    'a line of a file': [
      [map({ 'app.properties': 'db.host=db\ndb.password=correct-horse' })],
      ['data[app.properties]'],
    ],
    'a password in a URL': [[map({ url: 'postgres://shop:correct-horse@db/shop' })], ['data[url]']],
    'the registry of a `.npmrc`': [
      [map({ '.npmrc': 'registry=https://registry.example.com\n//registry.example.com/:_authToken=abc-123' })],
      ['data[.npmrc]'],
    ],
    'a private key in a comment': [[map({ 'a.conf': '# -----BEGIN PRIVATE KEY-----\nport 80' })], ['data[a.conf]']],
    'a private key': [[map({ 'key.pem': '-----BEGIN RSA PRIVATE KEY-----\nMII' })], ['data[key.pem]']],
  },
});
