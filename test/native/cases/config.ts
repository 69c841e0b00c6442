import { ref, sink } from '../../../runtime/index.ts';
import { group } from '../group.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

group('sjson', ['github.com/tidwall/sjson'], ([sjson]) => {
  const janet = '{"name":{"first":"Janet","last":"Prichard"},"age":47}';
  return {
    'replaces a value': () => sjson.Set(janet, 'name.last', 'Anderson'),
    'makes an object': () => sjson.Set('', 'name.first', 'Tom'),
    'sets a number': () => sjson.Set(janet, 'age', 48),
    'sets a fraction': () => sjson.Set('', 'x.y', -0.5),
    'sets a tree': () => sjson.Set('', 'a', { b: [1, 2.5, null, true, 'x', { c: {} }] }),
    'sets a large integer': () => sjson.Set('', 'n', 12345678901234567890n),
    'sets null': () => sjson.Set(janet, 'age', null),
    'appends to an array': () => sjson.Set('{"friends":["Tom","Jane"]}', 'friends.-1', 'Sara'),
    'deletes from an array': () => sjson.Delete('{"friends":["Tom","Jane","Sara"]}', 'friends.1'),
    deletes: () => sjson.Delete(janet, 'name.first'),
    'sets raw JSON': () => sjson.SetRaw(janet, 'extra', '{"k":[1]}'),
    'takes and gives bytes': () => text(sjson.SetBytes(janet, 'name.first', 'Ann')),
    'takes options': () => sjson.SetOptions(janet, 'age', 5, { Optimistic: true }),
    'refuses an empty path': () => sjson.Set(janet, '', 1),
  };
});

group('toml', ['github.com/BurntSushi/toml', 'strings'], ([toml, strings]) => {
  const config = `title = "TOML"
[owner]
name = "Tom"
born = 1979-05-27T07:32:00Z
[database]
enabled = true
ports = [8000, 8001]
limits = { cpu = 79.5, case = 72 }
[[products]]
name = "Hammer"
[[products]]
name = "Nail"
color = "gray"
`;
  const decode = (source: string) => {
    const out = ref();
    toml.Decode(source, out);
    return out.value;
  };
  const encode = (value: unknown, indent?: string) => {
    const out = sink();
    const encoder = toml.NewEncoder(out);
    if (indent !== undefined) encoder.Indent = indent;
    encoder.Encode(value);
    return out.text();
  };
  return {
    'decodes into any value': () => decode(config),
    'decodes into a map': () => {
      const out = ref({});
      toml.Decode('a = 1\nb = "x"', out);
      return out.value;
    },
    'says what was there': () => {
      const meta = toml.Decode(config, ref());
      return [meta.IsDefined('owner', 'name'), meta.IsDefined('owner', 'age'), meta.Type('database', 'ports')];
    },
    'keeps the order of keys': () =>
      toml
        .Decode(config, ref())
        .Keys()
        .map((key: object) => String(key)),
    'decodes from text as a reader': () => {
      const out = ref();
      toml.NewDecoder('x = 1.5').Decode(out);
      return out.value;
    },
    'decodes from a reader of Go': () => {
      const out = ref();
      toml.NewDecoder(strings.NewReader('x = [inf, 0x1F]')).Decode(out);
      return out.value;
    },
    'decodes from a reader of JavaScript': () => {
      const parts = ['x = ', '"parts"'];
      const out = ref();
      const Read = (memory: Uint8Array) => {
        const part = Buffer.from(parts.shift() ?? '');
        memory.set(part);
        return part.length || null;
      };
      toml.NewDecoder({ Read }).Decode(out);
      return out.value;
    },
    encodes: () => encode({ a: 1, b: { c: 'x', d: [1, 2], e: { f: 1.5 } } }),
    'encodes without indent': () => encode({ b: { c: { d: true } } }, ''),
    'encodes an array of tables': () => text(toml.Marshal({ a: [{ b: 1 }, { b: 2 }] })),
    'encodes a date': () => text(toml.Marshal({ at: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)) })),
    unmarshals: () => {
      const out = ref();
      toml.Unmarshal('a = "b"', out);
      return out.value;
    },
    'says where a document is wrong': () => decode('a = 1\nb = '),
    'gives the fields of an error': () => {
      try {
        return decode('a = 1\na = 2');
      } catch (error) {
        const { Message, LastKey, Line } = (error as { fields: Record<string, unknown> }).fields;
        return [Message, LastKey, Line];
      }
    },
    'refuses what has no value in TOML': () => encode({ a: null, b: [1, null] }),
  };
});

group('yaml', ['gopkg.in/yaml.v3'], ([yaml]) => {
  const easy = 'a: Easy!\nb:\n  c: 2\n  d: [3, 4]\n';
  const unmarshal = (source: string, init?: unknown) => {
    const out = ref(init);
    yaml.Unmarshal(source, out);
    return out.value;
  };
  const parse = (source: string) => {
    const node = new yaml.Node();
    yaml.Unmarshal(source, node);
    return node;
  };
  return {
    'unmarshals into any value': () => unmarshal(easy),
    'unmarshals into a map': () => unmarshal(easy, {}),
    'unmarshals into text': () => unmarshal('word', ''),
    'knows its scalars': () =>
      unmarshal('[1, -1.5, true, null, 2026-01-02, "x", .inf, 0x1F, 18446744073709551615, !!binary aGk=]'),
    'keys are of any type': () => unmarshal('1: a\ntrue: b\n'),
    'follows anchors and merges': () => unmarshal('base: &b {x: 1}\nd:\n  <<: *b\n  y: 2\n'),
    marshals: () => text(yaml.Marshal({ a: 1, b: [true, null, 'x: y'], c: { d: 1.5 } })),
    'marshals text of several lines': () => text(yaml.Marshal({ text: 'one\ntwo\n', yes: 'yes' })),
    'encodes several documents': () => {
      const out = sink();
      const encoder = yaml.NewEncoder(out);
      encoder.SetIndent(2);
      encoder.Encode({ a: { b: [1] } });
      encoder.Encode('next');
      encoder.Close();
      return out.text();
    },
    'decodes several documents': () => {
      const decoder = yaml.NewDecoder('a: 1\n---\nb: 2\n');
      const next = () => {
        const out = ref();
        decoder.Decode(out);
        return out.value;
      };
      return [next(), next()];
    },
    'ends a stream with an error': () => yaml.NewDecoder('').Decode(ref()),
    'walks nodes': () => {
      const document = parse(easy);
      const [map] = document.Content;
      return [
        document.Kind,
        map.Content.map((node: any) => [node.Kind, node.Value, node.Line, node.Column, node.ShortTag()]),
      ];
    },
    'edits nodes and keeps comments': () => {
      const document = parse('# top\na: 1 # one\n');
      document.Content[0].Content[1].SetString('two');
      return text(yaml.Marshal(document));
    },
    'decodes a node': () => {
      const out = ref();
      parse(easy).Content[0].Content[3].Decode(out);
      return out.value;
    },
    'encodes into a node': () => {
      const node = new yaml.Node();
      node.Encode({ k: [1, 'x'] });
      return [node.Kind, node.Content[0].Value, text(yaml.Marshal(node))];
    },
    'makes a node of a literal': () =>
      text(yaml.Marshal(new yaml.Node({ Kind: yaml.ScalarNode, Value: '12', Tag: '!!str', LineComment: 'text' }))),
    'says where a document is wrong': () => unmarshal('a: [1'),
    'says what does not fit': () => unmarshal('a: b', 0),
  };
});

group('mapstructure', ['github.com/go-viper/mapstructure/v2'], ([mapstructure]) => {
  const into = (input: unknown, out = ref(mapstructure.DecoderConfig) as any) => {
    mapstructure.Decode(input, out);
    const { TagName, WeaklyTypedInput, ErrorUnused } = out.value;
    return [TagName, WeaklyTypedInput, ErrorUnused];
  };
  const weak = (input: unknown, init: unknown) => {
    const out = ref(init);
    mapstructure.WeakDecode(input, out);
    return out.value;
  };
  return {
    'decodes into any value': () => {
      const out = ref();
      mapstructure.Decode({ name: 'Mitchell', age: 91, emails: ['one', 'two'] }, out);
      return out.value;
    },
    'decodes into a struct': () => into({ TagName: 'yaml', errorunused: true }),
    'keeps what is not in the input': () =>
      into({ TagName: 'x' }, ref(mapstructure.DecoderConfig, { ErrorUnused: true })),
    'refuses other types': () => into({ TagName: 1 }),
    'joins its errors': () => into({ TagName: 1, ErrorUnused: 'x' }),
    'decodes weakly': () => [weak('42', 0), weak(true, ''), weak('1', false), weak('x', [])],
    'does not decode weakly what is no number': () => weak('many', 0),
    'says what it did': () => {
      const done = ref(mapstructure.Metadata);
      mapstructure.DecodeMetadata({ Keys: ['a'], other: 1 }, ref(mapstructure.Metadata), done);
      const { Keys, Unused, Unset } = done.value as Record<string, string[]>;
      return [Keys.sort(), Unused, Unset.sort()];
    },
    'uses a function of JavaScript to match names': () => {
      const out = ref(mapstructure.DecoderConfig);
      const MatchName = (key: string, field: string) => key.replaceAll('_', '').toLowerCase() === field.toLowerCase();
      const decoder = mapstructure.NewDecoder({ Result: out, MatchName });
      decoder.Decode({ tag_name: 'x', weakly_typed_input: true });
      return [out.value.TagName, out.value.WeaklyTypedInput];
    },
    'runs a hook of Go': () => {
      const out = ref(mapstructure.Metadata);
      const DecodeHook = mapstructure.StringToSliceHookFunc(',');
      mapstructure.NewDecoder({ Result: out, DecodeHook }).Decode({ Keys: 'a,b', Unused: 'c' });
      const { Keys, Unused } = out.value as Record<string, unknown>;
      return [Keys, Unused];
    },
    'composes hooks': () => {
      const out = ref(mapstructure.Metadata);
      const DecodeHook = mapstructure.ComposeDecodeHookFunc(
        mapstructure.StringToTimeDurationHookFunc(),
        mapstructure.StringToSliceHookFunc('|'),
      );
      mapstructure.NewDecoder({ Result: out, DecodeHook }).Decode({ Keys: 'a|b' });
      return out.value.Keys;
    },
    'refuses what is not used': () =>
      mapstructure.NewDecoder({ Result: ref(mapstructure.Metadata), ErrorUnused: true }).Decode({ Nope: 1 }),
    'wants a pointer': () => mapstructure.Decode({}, {}),
  };
});
