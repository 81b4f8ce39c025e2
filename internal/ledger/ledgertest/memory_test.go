package ledgertest_test

import (
	"testing"

	"parley/internal/ledger"
	"parley/internal/ledger/ledgertest"
)

// The model passes the suite that it is the measure of.
func TestMemory(t *testing.T) {
	ledgertest.Run(t, func(testing.TB) ledger.Store { return ledgertest.NewMemory() })
}
