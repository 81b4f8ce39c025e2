package actor

import (
	"strings"
	"testing"
)

func TestOffices(t *testing.T) {
	d := testDirectory(t)
	for _, test := range []struct{ phrase, words, want string }{
		{"president", "president", "president"},
		{"the Merovian president", "the Merovian president", "president/Merovia"},
		{"Merovia's head of state", "Merovia's head of state", "president/Merovia"},
		{"President of Merovia", "President of Merovia", "president/Merovia"},
		{"the president of the Federation of Merovia said", "the president of the Federation of Merovia", "president/Merovia"},
		{"president of the company", "", ""},
		{"the top Merovian diplomat", "the top Merovian diplomat", "foreign minister/Merovia"},
		{"Merovian top general", "Merovian top general", "chief of the general staff/Merovia"},
		{"the embattled Merovian president", "the embattled Merovian president", "president/Merovia"},
		{"chief of the Merovian general staff", "chief of the Merovian general staff", "chief of the general staff/Merovia"},
		{"chair of the Joint Staff", "chair of the Joint Staff", "chief of the general staff/Merovia"},
		{"head of Merovia's Joint Staff", "head of Merovia's Joint Staff", "chief of the general staff/Merovia"},
		{"head of Merovia's navy", "", ""},
		{"the Valdorian leader", "the Valdorian leader", "prime minister/Valdoria"},
		{"Forum chief", "Forum chief", "secretary-general/Forum"},
		{"the leader", "the leader", "leader"},
		{"the secretary of state", "the secretary of state", "foreign minister/Valdoria?"},
		{"the Merovian secretary of state", "", ""},
		{"Stonegate spokeswoman", "Stonegate spokeswoman", "presidential spokesperson/Merovia?"},
		{"the Stonegate chief", "the Stonegate chief", "president/Merovia?"},
		{"press secretary", "press secretary", "presidential spokesperson; presidential spokesperson/Merovia?"},
		{"Merovian press secretary", "Merovian press secretary", "presidential spokesperson/Merovia"},
		{"Valdorian press secretary", "Valdorian press secretary", "presidential spokesperson/Valdoria"},
		{"former Merovian president", "former Merovian president", "president/Merovia former"},
		{"then-president", "then-president", "president former"},
		{"ex-Valdorian PM", "ex-Valdorian PM", "prime minister/Valdoria former"},
		{"acting president", "acting president", "president acting"},
		{"deputy foreign minister", "deputy foreign minister", "deputy foreign minister"},
		{"deputy president", "", ""},
		{"pm", "", ""},
		{"Foreign Minister Sergey Kell", "Foreign Minister", "foreign minister"},
		{"Forum spokesman", "Forum spokesman", "spokesperson/Forum"},
		{"spokeswoman for the Forum", "spokeswoman for the Forum", "spokesperson/Forum"},
		{"spokeswoman for the dockers", "spokeswoman", "spokesperson"},
		{"a man", "", ""},
		{"", "", ""},
	} {
		end, found := d.OfficeAt(test.phrase, 0)
		var got []string
		for _, o := range found {
			got = append(got, officeText(o))
		}
		if test.phrase[:end] != test.words || strings.Join(got, "; ") != test.want {
			t.Errorf("%q: %q is %q; want %q is %q", test.phrase, test.phrase[:end], got, test.words, test.want)
		}
	}
}

func officeText(o Office) string {
	s := o.Name
	if o.Of != "" {
		s += "/" + o.Of
	}
	if o.Implied {
		s += "?"
	}
	if o.Former {
		s += " former"
	}
	if o.Acting {
		s += " acting"
	}
	return s
}
