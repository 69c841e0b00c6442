// Package price counts money.
package price

import "fmt"

// Cents is an amount.
type Cents int

// Of makes an amount.
func Of(euros, cents int) Cents { return Cents(100*euros + cents) }

func (c Cents) String() string { return fmt.Sprintf("%d.%02d", int(c)/100, int(c)%100) }
