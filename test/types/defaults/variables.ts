import { ref } from 'usegolib';
import { is, load } from './module.js';

const m = load('out-parameters');

const n = ref(0);
m.Int(n);
is<number | bigint>()(n.value);
m.Int(5);
const text = ref('hi');
m.Text(text);
is<string>()(text.value);
const list = ref<number[]>();
m.List(list);
is<number>()(list.value.length);
const config = ref(m.Config, { name: 'x' });
m.Load(config);
m.Decode('{}', config);
is<string>()(config.value.name);
const any = ref();
m.Any(any);
is<unknown>()(any.value);
n.dispose();

// @ts-expect-error text is no number
m.Int('5');
// @ts-expect-error the variable holds text
text.value = 5;
