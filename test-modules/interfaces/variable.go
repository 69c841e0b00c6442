package interfaces

// Replace puts another shape in the place.
func Replace(place *Shape, with Shape) { *place = with }

// A Frame holds a shape.
type Frame struct{ shape Shape }

// NewFrame makes one.
func NewFrame(s Shape) *Frame { return &Frame{s} }

// Place is where the frame holds it.
func (f *Frame) Place() *Shape { return &f.shape }

// Name is that of the shape.
func (f *Frame) Name() string {
	if f.shape == nil {
		return "empty"
	}
	return f.shape.Name()
}

// A Visitor may put another shape in the place that it visits.
type Visitor interface{ Visit(place *Shape) }

// Accept lets the visitor in; without a place it gets nil.
func (f *Frame) Accept(v Visitor, place bool) {
	if place {
		v.Visit(&f.shape)
	} else {
		v.Visit(nil)
	}
}
