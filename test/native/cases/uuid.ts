import { group } from '../group.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

group('uuid', ['github.com/google/uuid'], ([uuid]) => ({
  parse: () => uuid.Parse('F47AC10B-58CC-0372-8567-0E02B2C3D479'),
  'parse urn': () => uuid.Parse('urn:uuid:f47ac10b-58cc-0372-8567-0e02b2c3d479').String(),
  'parse refuses': () => uuid.Parse('f47ac10b'),
  validate: () => uuid.Validate('f47ac10b-58cc-0372-8567-0e02b2c3d47x') ?? true,
  'version 5': () => uuid.NewSHA1(uuid.NameSpaceURL, bytes('https://example.org/')).String(),
  'version 3': () => uuid.NewMD5(uuid.NameSpaceDNS, 'example.org').String(),
  'version number': () => uuid.NewMD5(uuid.NameSpaceDNS, bytes('x')).Version().String(),
  variant: () => uuid.NameSpaceOID.Variant().String(),
  urn: () => uuid.NameSpaceX500.URN(),
  nil: () => uuid.Nil,
  'from bytes': () => uuid.FromBytes(bytes('0123456789abcdef')),
  'from short bytes': () => uuid.FromBytes(new Uint8Array([1, 2])),
  'random version': () => uuid.New().Version().String(),
  null: () => {
    const n = new uuid.NullUUID();
    return [n.Valid, n.UUID];
  },
  'domain name': () => new uuid.Domain(1).String(),
  time: () => uuid.Parse('f47ac10b-58cc-1372-8567-0e02b2c3d479').Time().UnixTime(),
}));
