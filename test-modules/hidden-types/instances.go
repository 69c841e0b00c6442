package hidden

import (
	"slices"

	"usegolib.test/modules/hidden-types/internal/stock"
)

// Box is generic; an instance for a type without a name has none either.
type Box[T any] struct{ held T }

// Get and Set mention the type argument.
func (b *Box[T]) Get() T { return b.held }

// Set puts something else into the box.
func (b *Box[T]) Set(v T) { b.held = v }

// Full does not mention it.
func (b *Box[T]) Full() bool { return any(b.held) != any(*new(T)) }

// Wrap makes a box, Unwrap takes it.
func Wrap(name string) *Box[node] { return &Box[node]{node{Name: name}} }

// Unwrap takes a pointer.
func Unwrap(b *Box[node]) string { return b.held.Title() }

// Ship gives a box by value, of an internal type; Unpack takes it.
func Ship(number int) Box[stock.Part] { return Box[stock.Part]{stock.Part{Number: number}} }

// Unpack takes a value.
func Unpack(b Box[stock.Part]) int { return b.held.Number }

// Nest puts a box into a box, Innermost looks for what it holds.
func Nest(name string) *Box[*Box[node]] { return &Box[*Box[node]]{Wrap(name)} }

// Innermost takes a box of boxes.
func Innermost(b *Box[*Box[node]]) string { return Unwrap(b.held) }

// Pile gives a slice, a map and an array of instances; Weigh takes them.
func Pile(names ...string) (list []Box[node], byName map[string]*Box[node], ends [2]Box[node]) {
	byName = map[string]*Box[node]{}
	for _, name := range names {
		byName[name] = Wrap(name)
		list = append(list, *byName[name])
	}
	return list, byName, [2]Box[node]{list[0], list[len(list)-1]}
}

// Weigh lists what is in them.
func Weigh(list []Box[node], byName map[string]*Box[node], ends [2]Box[node]) (titles []string) {
	for _, b := range slices.Concat(list, ends[:]) {
		titles = append(titles, b.held.Title())
		if byName[b.held.Name] == nil {
			titles = append(titles, "missing")
		}
	}
	return titles
}

// Entry is a record where its name can be written down.
type Entry[T any] struct {
	Value T
	Times int
}

// Enter makes an instance that has no name, Times takes some.
func Enter(name string, times int) Entry[node] { return Entry[node]{node{Name: name}, times} }

// Times is variadic in it.
func Times(entries ...Entry[node]) (sum int) {
	for _, e := range entries {
		sum += e.Times
	}
	return sum
}

// Row travels as its elements do, Stack has methods, Index has hidden keys.
type (
	Row[T any]                 []T
	Stack[T any]               []T
	Index[K comparable, V any] map[K]V
)

// Push adds an element.
func (s *Stack[T]) Push(v T) { *s = append(*s, v) }

// Len is their number.
func (s Stack[T]) Len() int { return len(s) }

// LineUp makes a row and an index of it; Front takes both.
func LineUp(names ...string) (Row[*node], Index[node, stock.Grade]) {
	index := Index[node, stock.Grade]{}
	for i, name := range names {
		index[node{Name: name}] = stock.Grade(i + 1)
	}
	return Chain(names...), index
}

// Front tells where the first one is.
func Front(row Row[*node], index Index[node, stock.Grade]) int { return int(index[*row[0]]) }

// Heap makes a stack, Top takes it.
func Heap(names ...string) Stack[node] { return Copies(names...) }

// Top is the last of a stack.
func Top(s Stack[node]) string { return s[len(s)-1].Title() }

// ID, Digest and Mask do not even use their type argument: they tell the IDs of one type from those of another.
type (
	ID[T any]     int
	Digest[T any] [4]byte
	Mask[T any]   [2]bool
)

// Next is another ID.
func (id ID[T]) Next() ID[T] { return id + 1 }

// Int is its number.
func (id ID[T]) Int() int { return int(id) }

// Identify gives them, Verify takes them.
func Identify(n int) (ID[node], Digest[node], Mask[node]) {
	return ID[node](n), Digest[node]{byte(n)}, Mask[node]{n > 0}
}

// Verify takes what belongs together.
func Verify(id ID[node], digest Digest[node], mask Mask[node]) bool {
	return int(id) == int(digest[0]) && mask[0]
}

// Measure is a func type; JavaScript makes those that the module does not hand out, as functions of no name.
type Measure[T any] func(n int) int

// Apply10 takes an instance without a name.
func Apply10(m Measure[node]) int { return m(10) }

// Judge is a func type that mentions it; only Go makes it.
type Judge[T any] func(v T) string

// Judges makes one, Sentence takes it.
func Judges(prefix string) Judge[node] { return func(n node) string { return prefix + n.Title() } }

// Sentence calls it.
func Sentence(j Judge[node], about node) string { return j(about) }

// Keeper is a generic interface, Keep gives an instance without a name.
type Keeper[T any] interface {
	Get() T
	Full() bool
}

// Keep makes one, IsFull takes it.
func Keep(name string) Keeper[node] { return Wrap(name) }

// IsFull asks it.
func IsFull(k Keeper[node]) bool { return k.Full() }

// Store has fields of instances without a name, and embeds some.
type Store struct {
	Box[node]
	Entry[stock.Part]
	First  *Box[node]
	Record Entry[node]
	Number ID[node]
	Rows   []Row[*node]
	closed bool
}

// Open makes a store.
func Open(name string) *Store {
	return &Store{Box: *Wrap(name), Entry: Entry[stock.Part]{Times: 3}, First: Wrap(name + "1"), Record: Enter(name, 7), Number: 5}
}

// Receipt is a record with fields of instances without a name.
type Receipt struct {
	Of Entry[node]
	No ID[node]
}

// Bill makes one, Paid takes it.
func Bill(name string, no int) Receipt { return Receipt{Enter(name, no), ID[node](no)} }

// Paid takes a record.
func Paid(r Receipt) bool { return r.Of.Times == int(r.No) }

// Spare and Spares are variables, Zero is a constant.
var (
	Spare  = Enter("spare", 2)
	Spares []Entry[node]
)

// Zero is a constant.
const Zero ID[node] = 0

// Kept has a name, and the fields of an instance that has none; Shelf too.
type (
	Kept  Entry[node]
	Shelf []Box[node]
)

// KeepIt makes both.
func KeepIt(name string) (Kept, Shelf) { return Kept(Enter(name, 1)), Shelf{*Wrap(name)} }

// IsKept takes both.
func IsKept(k Kept, s Shelf) bool { return k.Value.Name == s[0].held.Name }

// Anything gives instances as any values.
func Anything(name string) []any { return []any{Wrap(name), Enter(name, 1)} }
