package gate

import (
	"encoding/hex"
	"go/constant"
	"go/types"
	"math"
	"strconv"
	"unicode/utf8"

	"usegolib.internal/gen/model"
)

// maxSafe is the largest integer that a JavaScript number holds exactly, with all below it.
const maxSafe = 1<<53 - 1

func (g *Gate) bindConst(mp *model.Package, obj *types.Const) *refusal {
	t, no := g.constType(obj)
	if no != nil {
		return no
	}
	if t.Kind == model.Object || t.Kind == model.Named && t.Elem.Kind == model.Text {
		get := g.schema.AddFn(model.GetVar{Obj: obj, Type: t}) // only Go makes the object, or knows the text
		mp.Variables = append(mp.Variables, model.Variable{Name: obj.Name(), Type: t, Get: get})
		return nil
	}
	text := constText(obj.Val())
	if whole := constant.ToInt(obj.Val()); t.Kind == model.BigInt && whole.Kind() == constant.Int {
		text = whole.ExactString()
	}
	if s := obj.Val(); s.Kind() == constant.String && !utf8.ValidString(constant.StringVal(s)) {
		if t, no = g.classify(types.NewSlice(types.Typ[types.Byte]), out); no != nil {
			return no
		}
		text = hex.EncodeToString([]byte(constant.StringVal(s)))
	}
	mp.Constants = append(mp.Constants, model.Constant{Name: obj.Name(), Type: t, Value: text})
	return nil
}

// constType is the constant's own type; an untyped integer is a number where one holds it exactly, else a bigint.
func (g *Gate) constType(obj *types.Const) (*model.Type, *refusal) {
	b, ok := obj.Type().(*types.Basic)
	if !ok || b.Info()&types.IsUntyped == 0 {
		return g.classify(obj.Type(), out)
	}
	if b.Info()&types.IsInteger != 0 {
		switch v, exact := constant.Int64Val(constant.ToInt(obj.Val())); {
		case exact && v >= -maxSafe && v <= maxSafe:
			return g.classify(types.Typ[types.Int], out)
		case exact:
			return g.classify(types.Typ[types.Int64], out)
		}
		return g.bigInt(), nil
	}
	if b.Info()&types.IsFloat != 0 {
		if f, _ := constant.Float64Val(obj.Val()); math.IsInf(f, 0) {
			return g.bigInt(), nil // so large, it is whole
		}
	}
	return g.classify(types.Default(b), out)
}

// bigInt is the type of constants that no Go integer type holds.
func (g *Gate) bigInt() *model.Type {
	const k = "math/big.Int constant"
	if t := g.types[k]; t != nil {
		return t
	}
	t := g.schema.AddType(&model.Type{Kind: model.BigInt, Go: types.Typ[types.UntypedInt]})
	g.types[k] = t
	return t
}

func constText(v constant.Value) string {
	switch v.Kind() {
	case constant.String:
		return constant.StringVal(v)
	case constant.Float:
		f, _ := constant.Float64Val(v)
		return strconv.FormatFloat(f, 'g', -1, 64)
	case constant.Complex:
		re, _ := constant.Float64Val(constant.Real(v))
		im, _ := constant.Float64Val(constant.Imag(v))
		return strconv.FormatFloat(re, 'g', -1, 64) + "," + strconv.FormatFloat(im, 'g', -1, 64)
	}
	return v.ExactString()
}
