package gate

import "usegolib.internal/gen/model"

// refusal says why the gate does not accept a type or symbol.
type refusal struct {
	reason model.Reason
	detail string
}

func refuse(reason model.Reason, detail string) *refusal { return &refusal{reason, detail} }

// in says where the refused type stands: "parameter f: a JavaScript function …".
func (r *refusal) in(where string) *refusal { return &refusal{r.reason, where + ": " + r.detail} }
