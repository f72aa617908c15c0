#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace waymark::testing {

/// JSON Schema's keywords that bring in other schemas. Whether each value is allowed is what the
/// Draft7Validator of Python's jsonschema says.
template<typename Check>
void draft7Branches(Check check)
{
    check("dependencies of names", "{\"dependencies\":{\"a\":[\"b\",\"c\"]}}",
          {{"{}", true},
           {"{\"a\":1}", false},
           {"{\"a\":1,\"b\":1}", false},
           {"{\"a\":1,\"b\":1,\"c\":1}", true},
           {"{\"b\":1}", true}});
    check("dependencies of a schema", "{\"dependencies\":{\"a\":{\"required\":[\"b\"]}}}",
          {{"{\"a\":1}", false}, {"{\"a\":1,\"b\":2}", true}, {"{\"c\":1}", true}});
    check("allOf", "{\"allOf\":[{\"minimum\":2},{\"maximum\":4}]}",
          {{"3", true}, {"1", false}, {"5", false}});
    check("anyOf", "{\"anyOf\":[{\"type\":\"integer\"},{\"minLength\":2}]}",
          {{"1", true}, {"\"ab\"", true}, {"\"a\"", false}, {"1.5", true}});
    check("anyOf of constants that refuse themselves",
          "{\"anyOf\":[{\"const\":1,\"not\":{\"minLength\":2}},{\"const\":2,\"minimum\":0}]}",
          {{"1", false}, {"2", true}, {"3", false}});
    check("oneOf of constants, one of them twice",
          "{\"oneOf\":[{\"const\":1},{\"const\":1},{\"const\":2}]}",
          {{"1", false}, {"2", true}, {"3", false}});
    check("oneOf", "{\"oneOf\":[{\"minimum\":2},{\"maximum\":4}]}",
          {{"1", true}, {"3", false}, {"5", true}});
    check("oneOf by type", "{\"oneOf\":[{\"type\":\"integer\"},{\"type\":\"string\"}]}",
          {{"1", true}, {"\"a\"", true}, {"null", false}});
    check("not", "{\"not\":{\"type\":\"string\"}}", {{"1", true}, {"\"a\"", false}});
    check("not of several", "{\"not\":{\"type\":\"object\",\"required\":[\"a\"]}}",
          {{"{\"b\":1}", true}, {"{\"a\":1}", false}, {"[]", true}});
    check("if then",
          "{\"if\":{\"properties\":{\"a\":{\"const\":1}},\"required\":[\"a\"]},\"then\":{"
          "\"required\":[\"b\"]}}",
          {{"{\"a\":1}", false}, {"{\"a\":1,\"b\":1}", true}, {"{\"a\":2}", true}, {"{}", true}});
    check("if else", "{\"if\":{\"type\":\"string\"},\"else\":{\"type\":\"integer\"}}",
          {{"\"a\"", true}, {"1", true}, {"null", false}});
    check("if then else",
          "{\"if\":{\"minimum\":10},\"then\":{\"multipleOf\":10},\"else\":{\"multipleOf\":2}}",
          {{"20", true}, {"15", false}, {"4", true}, {"5", false}});
    check("then alone", "{\"then\":{\"type\":\"string\"}}", {{"1", true}, {"\"a\"", true}});
    check("everything", "true", {{"1", true}, {"{}", true}, {"null", true}});
    check("nothing", "false", {{"1", false}, {"{}", false}, {"null", false}});
    check("empty", "{}", {{"1", true}, {"[]", true}});
    check("reference",
          "{\"definitions\":{\"p\":{\"minimum\":1}},\"properties\":{\"a\":{\"$ref\":\"#/"
          "definitions/p\"}}}",
          {{"{\"a\":1}", true}, {"{\"a\":0}", false}, {"{}", true}});
    check("reference with siblings",
          "{\"definitions\":{\"p\":{\"minimum\":1}},\"properties\":{\"a\":{\"$ref\":\"#/"
          "definitions/p\",\"maximum\":2}}}",
          {{"{\"a\":5}", true}, {"{\"a\":0}", false}});
    check("reference to itself inside",
          "{\"properties\":{\"n\":{\"$ref\":\"#\"},\"v\":{\"type\":\"integer\"}},"
          "\"additionalProperties\":false}",
          {{"{\"v\":1}", true},
           {"{\"n\":{\"n\":{\"v\":1}}}", true},
           {"{\"n\":{\"v\":\"x\"}}", false},
           {"{\"n\":{\"x\":1}}", false}});
    check("reference with escapes",
          "{\"definitions\":{\"a/"
          "b\":{\"type\":\"integer\"},\"c~d\":{\"type\":\"string\"}},\"items\":[{\"$ref\":\"#/"
          "definitions/a~1b\"},{\"$ref\":\"#/definitions/c~0d\"}]}",
          {{"[1,\"x\"]", true}, {"[\"x\",\"x\"]", false}, {"[1,1]", false}});
    check("reference to propertyNames behind one",
          "{\"definitions\":{\"m\":{\"propertyNames\":{\"maxLength\":1}}},\"additionalProperties\":"
          "{\"$ref\":\"#/definitions/m\"}}",
          {{"{\"a\":{\"b\":1}}", true}, {"{\"a\":{\"bc\":1}}", false}, {"{\"a\":{}}", true}});
    check("reference to contains behind one",
          "{\"definitions\":{\"l\":{\"contains\":{\"type\":\"string\"}}},\"additionalProperties\":{"
          "\"$ref\":\"#/definitions/l\"}}",
          {{"{\"a\":[\"x\"]}", true}, {"{\"a\":[1]}", false}, {"{\"a\":[]}", false}});
    check("reference to no contains behind one",
          "{\"definitions\":{\"l\":{\"contains\":false}},\"additionalProperties\":{\"$ref\":\"#/"
          "definitions/l\"}}",
          {{"{\"a\":[\"x\"]}", false}, {"{\"a\":1}", true}});
    check("reference to dependencies behind one",
          "{\"definitions\":{\"d\":{\"type\":\"object\",\"dependencies\":{\"x\":{\"required\":["
          "\"y\"]}}}},\"additionalProperties\":{\"$ref\":\"#/definitions/d\"}}",
          {{"{\"a\":{\"x\":1}}", false},
           {"{\"a\":{\"x\":1,\"y\":1}}", true},
           {"{\"a\":{}}", true},
           {"{\"a\":1}", false}});
    check("reference to a condition behind one",
          "{\"definitions\":{\"c\":{\"if\":{\"type\":\"object\"},\"then\":{\"required\":[\"k\"]}}},"
          "\"additionalProperties\":{\"$ref\":\"#/definitions/c\"}}",
          {{"{\"a\":{\"k\":1}}", true}, {"{\"a\":{}}", false}, {"{\"a\":1}", true}});
}

} // namespace waymark::testing
