#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace waymark::testing {

/// JSON Schema's keywords of single values. Whether each value is allowed is what the
/// Draft7Validator of Python's jsonschema says.
template<typename Check>
void draft7Values(Check check)
{
    check("type: string", "{\"type\":\"string\"}",
          {{"\"a\"", true},
           {"1", false},
           {"null", false},
           {"true", false},
           {"[]", false},
           {"{}", false},
           {"\"\"", true}});
    check("type: integer", "{\"type\":\"integer\"}",
          {{"1", true},
           {"1.0", true},
           {"1.5", false},
           {"\"1\"", false},
           {"-3", true},
           {"1e3", true},
           {"123456789012345678901", true}});
    check("type: number", "{\"type\":\"number\"}",
          {{"1", true}, {"1.5", true}, {"\"1\"", false}, {"null", false}});
    check("type: boolean", "{\"type\":\"boolean\"}",
          {{"true", true}, {"false", true}, {"0", false}, {"\"true\"", false}, {"null", false}});
    check("type: null", "{\"type\":\"null\"}",
          {{"null", true}, {"0", false}, {"\"\"", false}, {"false", false}});
    check("type: array", "{\"type\":\"array\"}",
          {{"[]", true}, {"[1]", true}, {"{}", false}, {"\"a\"", false}});
    check("type: object", "{\"type\":\"object\"}",
          {{"{}", true}, {"{\"a\":1}", true}, {"[]", false}, {"null", false}});
    check("type: two", "{\"type\":[\"string\",\"null\"]}",
          {{"\"a\"", true}, {"null", true}, {"1", false}, {"[]", false}});
    check("enum", "{\"enum\":[\"a\",1,null,[1],{\"b\":2}]}",
          {{"\"a\"", true},
           {"1", true},
           {"null", true},
           {"[1]", true},
           {"{\"b\":2}", true},
           {"\"b\"", false},
           {"2", false},
           {"[2]", false},
           {"{\"b\":3}", false},
           {"[]", false}});
    check("const text", "{\"const\":\"a\"}", {{"\"a\"", true}, {"\"b\"", false}, {"1", false}});
    check("const map", "{\"const\":{\"a\":1,\"b\":2}}",
          {{"{\"a\":1,\"b\":2}", true}, {"{\"b\":2,\"a\":1}", true}, {"{\"a\":1}", false}});
    check("const list", "{\"const\":[1,2]}",
          {{"[1,2]", true}, {"[2,1]", false}, {"[1,2,3]", false}});
    check("const null", "{\"const\":null}", {{"null", true}, {"0", false}});
    check("const false", "{\"const\":false}", {{"false", true}, {"0", false}, {"null", false}});
    check("minLength", "{\"minLength\":2}",
          {{"\"ab\"", true},
           {"\"a\"", false},
           {"\"\"", false},
           {"\"é😀\"", true},
           {"\"😀\"", false},
           {"1", true}});
    check("maxLength", "{\"maxLength\":2}",
          {{"\"ab\"", true}, {"\"abc\"", false}, {"\"é😀\"", true}, {"12345", true}});
    check("pattern", "{\"pattern\":\"^[a-z]+$\"}",
          {{"\"abc\"", true}, {"\"aBc\"", false}, {"\"\"", false}, {"12", true}});
    check("pattern anywhere", "{\"pattern\":\"b\"}", {{"\"abc\"", true}, {"\"ac\"", false}});
    check("pattern with digits", "{\"pattern\":\"^\\\\d{2}-\\\\d$\"}",
          {{"\"12-3\"", true}, {"\"1-3\"", false}});
    check(
        "minimum", "{\"minimum\":2}",
        {{"2", true}, {"1", false}, {"2.0", true}, {"1.9", false}, {"\"1\"", true}, {"-5", false}});
    check("maximum", "{\"maximum\":2}", {{"2", true}, {"3", false}, {"2.1", false}, {"-1", true}});
    check("exclusiveMinimum", "{\"exclusiveMinimum\":2}",
          {{"2", false}, {"3", true}, {"2.0", false}, {"2.1", true}});
    check("exclusiveMaximum", "{\"exclusiveMaximum\":2}",
          {{"2", false}, {"1", true}, {"1.9", true}});
    check("multipleOf", "{\"multipleOf\":3}",
          {{"9", true}, {"10", false}, {"0", true}, {"-6", true}, {"\"x\"", true}});
    check("multipleOf half", "{\"multipleOf\":0.5}", {{"1.5", true}, {"1.25", false}, {"2", true}});
    check("both ends", "{\"minimum\":1,\"maximum\":3}",
          {{"1", true}, {"3", true}, {"0", false}, {"4", false}});
    check("minItems", "{\"minItems\":2}",
          {{"[1,2]", true}, {"[1]", false}, {"[]", false}, {"\"a\"", true}});
    check("maxItems", "{\"maxItems\":1}", {{"[]", true}, {"[1]", true}, {"[1,2]", false}});
    check("uniqueItems", "{\"uniqueItems\":true}",
          {{"[]", true},
           {"[1,2]", true},
           {"[1,1]", false},
           {"[\"a\",\"a\"]", false},
           {"[[1],[1]]", false},
           {"[{\"a\":1},{\"a\":1}]", false},
           {"[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]", false},
           {"[1,\"1\"]", true},
           {"[null,null]", false}});
    check("uniqueItems off", "{\"uniqueItems\":false}", {{"[1,1]", true}});
}

} // namespace waymark::testing
