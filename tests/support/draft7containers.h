#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace waymark::testing {

/// JSON Schema's keywords of lists and maps. Whether each value is allowed is what the
/// Draft7Validator of Python's jsonschema says.
template<typename Check>
void draft7Containers(Check check)
{
    check("items", "{\"items\":{\"type\":\"integer\"}}",
          {{"[]", true}, {"[1,2]", true}, {"[1,\"a\"]", false}, {"\"x\"", true}, {"{}", true}});
    check("items tuple", "{\"items\":[{\"type\":\"integer\"},{\"type\":\"string\"}]}",
          {{"[]", true},
           {"[1]", true},
           {"[1,\"a\"]", true},
           {"[\"a\"]", false},
           {"[1,2]", false},
           {"[1,\"a\",null]", true}});
    check("additionalItems",
          "{\"items\":[{\"type\":\"integer\"}],\"additionalItems\":{\"type\":\"string\"}}",
          {{"[1]", true}, {"[1,\"a\"]", true}, {"[1,2]", false}});
    check("no additionalItems", "{\"items\":[{\"type\":\"integer\"}],\"additionalItems\":false}",
          {{"[1]", true}, {"[1,2]", false}, {"[]", true}});
    check("no items", "{\"items\":false}", {{"[]", true}, {"[1]", false}});
    check("contains", "{\"contains\":{\"const\":1}}",
          {{"[1]", true}, {"[2,1]", true}, {"[2]", false}, {"[]", false}, {"\"x\"", true}});
    check("contains anything", "{\"contains\":true}", {{"[1]", true}, {"[]", false}});
    check("contains nothing", "{\"contains\":false}", {{"[1]", false}, {"[]", false}, {"1", true}});
    check("required", "{\"required\":[\"a\",\"b\"]}",
          {{"{\"a\":1,\"b\":2}", true}, {"{\"a\":1}", false}, {"{}", false}, {"[]", true}});
    check("properties",
          "{\"properties\":{\"a\":{\"type\":\"integer\"},\"b\":{\"type\":\"string\"}}}",
          {{"{}", true},
           {"{\"a\":1}", true},
           {"{\"a\":\"x\"}", false},
           {"{\"a\":1,\"b\":\"x\"}", true},
           {"{\"b\":1}", false},
           {"{\"c\":1}", true},
           {"\"x\"", true}});
    check("no property", "{\"properties\":{\"a\":false}}",
          {{"{}", true}, {"{\"a\":1}", false}, {"{\"b\":1}", true}});
    check("additionalProperties",
          "{\"properties\":{\"a\":{}},\"additionalProperties\":{\"type\":\"integer\"}}",
          {{"{\"a\":\"x\"}", true}, {"{\"b\":1}", true}, {"{\"b\":\"x\"}", false}});
    check("no additionalProperties", "{\"properties\":{\"a\":{}},\"additionalProperties\":false}",
          {{"{\"a\":1}", true}, {"{\"b\":1}", false}, {"{}", true}});
    check("patternProperties", "{\"patternProperties\":{\"^x\":{\"type\":\"integer\"}}}",
          {{"{\"x1\":1}", true}, {"{\"x1\":\"a\"}", false}, {"{\"y\":\"a\"}", true}});
    check("patternProperties and no others",
          "{\"patternProperties\":{\"^x\":{}},\"additionalProperties\":false}",
          {{"{\"x\":1}", true}, {"{\"y\":1}", false}});
    check(
        "patternProperties and properties",
        "{\"properties\":{\"xa\":{\"minimum\":5}},\"patternProperties\":{\"^x\":{\"maximum\":10}}}",
        {{"{\"xa\":7}", true},
         {"{\"xa\":3}", false},
         {"{\"xa\":11}", false},
         {"{\"xb\":3}", true}});
    check("propertyNames", "{\"propertyNames\":{\"maxLength\":2}}",
          {{"{}", true}, {"{\"ab\":1}", true}, {"{\"abc\":1}", false}, {"[]", true}});
    check("propertyNames by choice", "{\"propertyNames\":{\"enum\":[\"a\",\"b\"]}}",
          {{"{\"a\":1}", true}, {"{\"c\":1}", false}});
    check("no propertyNames", "{\"propertyNames\":false}", {{"{}", true}, {"{\"a\":1}", false}});
    check("minProperties", "{\"minProperties\":1}",
          {{"{}", false}, {"{\"a\":1}", true}, {"[]", true}});
    check("maxProperties", "{\"maxProperties\":1}",
          {{"{}", true}, {"{\"a\":1}", true}, {"{\"a\":1,\"b\":2}", false}});
}

} // namespace waymark::testing
