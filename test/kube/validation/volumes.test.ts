import { container, ofPod, ofVolume } from './pod-support';

describe('volumes', () => {
  test.each([
    ['no name', { name: '', emptyDir: {} }, ['required-field Required volumes[0].name']],
    ['a bad name', { name: 'A', emptyDir: {} }, ['invalid-name Invalid volumes[0].name']],
    ['no source, which is an emptyDir', { name: 'a' }, []],
    ['two sources', { name: 'a', emptyDir: {}, hostPath: {} }, ['volume-sources Forbidden volumes[0].hostPath']],
    [
      'misspelt sources',
      { name: 'a', emptyDir: {}, cephfs: {}, downwardAPI: {} },
      ['volume-sources Forbidden volumes[0].cephFS', 'volume-sources Forbidden volumes[0].downwarAPI'],
    ],
  ])('%s', (_title, volume, expected) => {
    expect(ofPod({ volumes: [volume] })).toEqual(expected);
  });

  test('volume names are unique', () => {
    const volumes = [
      { name: 'a', emptyDir: {} },
      { name: 'a', hostPath: { path: '/' } },
    ];
    expect(ofPod({ volumes })).toEqual(['duplicate-name Duplicate volumes[1].name']);
  });
});

const portal = { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:storage', lun: 0 };

describe('sources', () => {
  test.each([
    ['emptyDir', { sizeLimit: '1Gi' }, []],
    ['emptyDir', { sizeLimit: '-1' }, ['negative-quantity Forbidden emptyDir.sizeLimit']],
    ['hostPath', {}, ['required-field Required hostPath.path']],
    ['hostPath', { path: '/a/../b' }, ['path-backstep Invalid hostPath.path']],
    ['hostPath', { path: '/a', type: 'Dir' }, ['host-path-type NotSupported hostPath.type']],
    ['hostPath', { path: '/a', type: '' }, []],
    ['image', {}, ['required-field Required image.reference']],
    ['image', { reference: 'a', pullPolicy: 'Maybe' }, ['pull-policy NotSupported image.pullPolicy']],
    [
      'gitRepo',
      { directory: '/a' },
      ['required-field Required gitRepo.repository', 'path-outside-volume Invalid gitRepo.directory'],
    ],
    [
      'gcePersistentDisk',
      { partition: 256 },
      ['required-field Required persistentDisk.pdName', 'partition Invalid persistentDisk.partition'],
    ],
    ['awsElasticBlockStore', { volumeID: 'v', partition: -1 }, ['partition Invalid awsElasticBlockStore.partition']],
    ['nfs', { server: 's', path: 'a' }, ['relative-path Invalid nfs.path']],
    [
      'nfs',
      {},
      ['required-field Required nfs.server', 'required-field Required nfs.path', 'relative-path Invalid nfs.path'],
    ],
    ['iscsi', portal, []],
    ['iscsi', { ...portal, iqn: 'abc' }, ['iscsi-name Invalid iscsi.iqn']],
    ['iscsi', { ...portal, lun: 256 }, ['lun-range Invalid iscsi.lun']],
    ['iscsi', { ...portal, chapAuthSession: true }, ['required-field Required iscsi.secretRef']],
    ['iscsi', { ...portal, initiatorName: 'eui.0123456789abcdef' }, []],
    ['iscsi', { ...portal, initiatorName: 'eui' }, ['iscsi-name Invalid iscsi.initiatorname']],
    [
      'iscsi',
      { ...portal, targetPortal: 'a'.repeat(60), initiatorName: 'eui.0123456789abcdef' },
      ['iscsi-interface-name Invalid name'],
    ],
    ['fc', {}, ['fc-target Required fc.targetWWNs']],
    ['fc', { targetWWNs: ['a'], wwids: ['b'], lun: 1 }, ['fc-target Invalid fc.targetWWNs']],
    ['fc', { targetWWNs: ['a'] }, ['fc-target Required fc.lun']],
    ['glusterfs', {}, ['required-field Required glusterfs.endpoints', 'required-field Required glusterfs.path']],
    ['flocker', {}, ['flocker-dataset Required flocker']],
    [
      'flocker',
      { datasetName: 'a/b', datasetUUID: 'c' },
      ['flocker-dataset Invalid flocker', 'flocker-dataset Invalid flocker.datasetName'],
    ],
    ['persistentVolumeClaim', {}, ['required-field Required persistentVolumeClaim.claimName']],
    ['rbd', {}, ['required-field Required rbd.monitors', 'required-field Required rbd.image']],
    ['cephfs', { monitors: [] }, ['required-field Required cephfs.monitors']],
    ['cinder', { volumeID: 'v', secretRef: {} }, ['required-field Required cinder.secretRef.name']],
    ['quobyte', { registry: 'a:1,b', volume: 'v' }, ['quobyte-registry Invalid quobyte.registry']],
    [
      'quobyte',
      { registry: '[::1]:1', volume: 'v', tenant: 't'.repeat(65) },
      ['quobyte-tenant Required quobyte.tenant'],
    ],
    [
      'flexVolume',
      { driver: 'd', options: { 'kubernetes.io/a': '', 'k8s.io': '', 'notk8s.io/b': '' } },
      ['flex-option Invalid flexVolume.options[kubernetes.io/a]', 'flex-option Invalid flexVolume.options[k8s.io]'],
    ],
    ['configMap', {}, ['required-field Required configMap.name']],
    ['configMap', { name: 'c', defaultMode: 512 }, ['file-mode Invalid configMap.defaultMode']],
    [
      'secret',
      { secretName: 's', items: [{ key: '', path: '../a', mode: -1 }] },
      [
        'required-field Required secret.items[0].key',
        'path-outside-volume Invalid secret.items[0].path',
        'file-mode Invalid secret.items[0].mode',
      ],
    ],
    ['secret', { secretName: 's', items: [{ key: 'k', path: '..a' }] }, ['reserved-path Invalid secret.items[0].path']],
    ['azureFile', {}, ['required-field Required azureFile.secretName', 'required-field Required azureFile.shareName']],
    [
      'azureDisk',
      { diskName: 'd', diskURI: 'https://a', cachingMode: 'Some', kind: 'Odd' },
      ['azure-caching-mode NotSupported azureDisk.cachingMode', 'azure-disk-kind NotSupported azureDisk.kind'],
    ],
    [
      'azureDisk',
      { diskName: 'd', diskURI: 'https://a', kind: 'Managed' },
      ['azure-disk-uri NotSupported azureDisk.diskURI'],
    ],
    ['vsphereVolume', {}, ['required-field Required vsphereVolume.volumePath']],
    ['photonPersistentDisk', {}, ['required-field Required photonPersistentDisk.pdID']],
    ['portworxVolume', {}, ['required-field Required portworxVolume.volumeID']],
    [
      'storageos',
      { volumeName: 'A', volumeNamespace: 'B', secretRef: {} },
      [
        'invalid-name Invalid storageos.volumeName',
        'invalid-name Invalid storageos.volumeNamespace',
        'required-field Required storageos.secretRef.name',
      ],
    ],
    ['scaleIO', { gateway: 'g', system: 's' }, ['required-field Required scaleIO.volumeName']],
    ['csi', { driver: 'csi.example.com', nodePublishSecretRef: { name: 'A' } }, ['invalid-name Invalid csi.name']],
    ['csi', { driver: 'Csi.Example.com' }, []],
    ['csi', { driver: `${'a'.repeat(60)}.example` }, ['driver-name TooLong csi.driver']],
    [
      'csi',
      { nodePublishSecretRef: {} },
      [
        'required-field Required csi.driver',
        'invalid-name Invalid csi.driver',
        'required-field Required csi.nodePublishSecretRef.name',
      ],
    ],
    ['ephemeral', {}, ['required-field Required ephemeral.volumeClaimTemplate']],
  ])('%s %j', (name, source, expected) => {
    expect(ofVolume({ [name]: source })).toEqual(expected);
  });

  test('a template may leave the image of an image volume open', () => {
    expect(ofVolume({ image: {} }, { holder: 'template' })).toEqual([]);
  });

  test('servers before 1.35 drop image volumes unseen, with their mounts', () => {
    const volumes = [
      { name: 'model', image: {} },
      { name: 'files', hostPath: {} },
    ];
    const containers = [container('app', { volumeMounts: [{ name: 'model', mountPath: '/model', subPath: '..' }] })];
    const at = (position: number) => `required-field Required volumes[${position}].hostPath.path`;
    expect(ofPod({ volumes, containers }, { version: '1.34' })).toEqual([at(0)]);
    expect(ofPod({ volumes, containers }, { version: '1.35' })).toContain(at(1));
  });
});

describe('ephemeral volumes', () => {
  const claim = { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
  const ephemeral = { volumeClaimTemplate: claim };

  test('the name of the claim is the name of the Pod and the volume', () => {
    expect(ofVolume({ ephemeral }, { metadata: { name: 'shop' } })).toEqual([]);
    const name = 'a'.repeat(250);
    expect(ofVolume({ ephemeral }, { metadata: { name } })).toEqual(['invalid-name Invalid name']);
    expect(ofVolume({ ephemeral }, { metadata: { name }, holder: 'template' })).toEqual([]);
  });

  test('a claim that is made for the Pod cannot be mounted as one that exists', () => {
    const volumes = [
      { name: 'a', ephemeral },
      { name: 'b', persistentVolumeClaim: { claimName: 'shop-a' } },
    ];
    const expected = ['claim-of-ephemeral-volume Invalid volumes[1].persistentVolumeClaim.claimName'];
    expect(ofPod({ volumes }, { metadata: { name: 'shop' } })).toEqual(expected);
  });
});

describe('downward API volumes', () => {
  const fieldRef = { fieldPath: 'metadata.labels' };
  test.each([
    ['a field', { path: 'a', fieldRef }, []],
    ['no path', { fieldRef }, ['required-field Required downwardAPI.path']],
    ['no source', { path: 'a' }, ['downward-api-sources Required downwardAPI']],
    ['two sources', { path: 'a', fieldRef, resourceFieldRef: {} }, ['downward-api-sources Invalid downwardAPI']],
    [
      'a field of the running Pod',
      { path: 'a', fieldRef: { fieldPath: 'status.podIP' } },
      ['field-ref-path NotSupported downwardAPI.fieldRef.fieldPath'],
    ],
    [
      'a resource without a container',
      { path: 'a', resourceFieldRef: { resource: 'limits.cpu' } },
      ['required-field Required downwardAPI.resourceFieldRef.containerName'],
    ],
    ['a bad mode', { path: 'a', fieldRef, mode: 9999 }, ['file-mode Invalid downwardAPI.mode']],
  ])('%s', (_title, item, expected) => {
    expect(ofVolume({ downwardAPI: { items: [item] } })).toEqual(expected);
  });
});

describe('projected volumes', () => {
  const at = 'projected.sources[0]';
  const account = { serviceAccountName: 'app' };
  const ofSources = (...sources: object[]) =>
    ofPod({ volumes: [{ name: 'data', projected: { sources } }], ...account }).map((line) =>
      line.replace('volumes[0].', ''),
    );

  test.each([
    ['a token', { serviceAccountToken: { path: 'token', expirationSeconds: 600 } }, []],
    [
      'a token of 9 minutes',
      { serviceAccountToken: { path: 'token', expirationSeconds: 540 } },
      [`token-expiration Invalid ${at}.serviceAccountToken.expirationSeconds`],
    ],
    [
      'a token of 2^32 seconds and one',
      { serviceAccountToken: { path: 'token', expirationSeconds: 2 ** 32 + 1 } },
      [`token-expiration Invalid ${at}.serviceAccountToken.expirationSeconds`],
    ],
    ['a token without a path', { serviceAccountToken: {} }, ['required-field Required projected.path']],
    ['a token outside', { serviceAccountToken: { path: '../a' } }, ['path-outside-volume Invalid projected.path']],
    ['no name', { secret: {} }, [`required-field Required ${at}.secret.name`]],
    ['two things in one', { secret: { name: 'a' }, configMap: { name: 'b' } }, [`projected-sources Forbidden ${at}`]],
    ['nothing', {}, []],
    ['what is behind a gate, whatever it is', { podCertificate: {}, clusterTrustBundle: {} }, []],
    [
      'a downward API file',
      { downwardAPI: { items: [{ path: '/a', fieldRef: { fieldPath: 'metadata.uid' } }] } },
      [`path-outside-volume Invalid ${at}.downwardAPI.path`],
    ],
  ])('%s', (_title, source, expected) => {
    expect(ofSources(source)).toEqual(expected);
  });

  test('two sources do not write one file', () => {
    const items = [{ key: 'k', path: 'a' }];
    const expected = ['duplicate-projected-path Invalid projected'];
    expect(ofSources({ secret: { name: 's', items } }, { configMap: { name: 'c', items } })).toEqual(expected);
  });

  test('a bare Pod with a token names its service account', () => {
    const volumes = [{ name: 'data', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }];
    const expected = ['token-without-account Forbidden volumes[0].projected.sources[0].serviceAccountToken'];
    expect(ofPod({ volumes })).toEqual(expected);
    expect(ofPod({ volumes }, { holder: 'template' })).toEqual([]);
  });
});
