#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/methods/registry.h"

namespace waymark::jinja {

const MethodTable &pythonMethods()
{
    static const MethodTable table{
        {u"str", pythonCaseMethods()},          {u"str", pythonSearchMethods()},
        {u"str", pythonSplitMethods()},         {u"str", pythonPaddingMethods()},
        {u"str", pythonReplaceMethods()},       {u"str", pythonTranslateMethods()},
        {u"str", pythonFormatMethods()},        {u"Markup", pythonCaseMethods()},
        {u"Markup", pythonSearchMethods()},     {u"Markup", pythonSplitMethods()},
        {u"Markup", pythonPaddingMethods()},    {u"Markup", pythonReplaceMethods()},
        {u"Markup", pythonTranslateMethods()},  {u"Markup", pythonFormatMethods()},
        {u"Markup", pythonMarkupMethods()},     {u"list", pythonListMethods()},
        {u"tuple", pythonTupleMethods()},       {u"_GroupTuple", pythonTupleMethods()},
        {u"dict", pythonDictMethods()},         {u"collections.OrderedDict", pythonDictMethods()},
        {u"int", pythonIntMethods()},           {u"bool", pythonIntMethods()},
        {u"str", pythonEncodeMethods()},        {u"Markup", pythonEncodeMethods()},
        {u"int", pythonToBytesMethods()},       {u"bool", pythonToBytesMethods()},
        {u"bytes", pythonBytesMethods()},       {u"float", pythonFloatMethods()},
        {u"range", pythonRangeMethods()},       {u"bytes", pythonBytesCaseMethods()},
        {u"bytes", pythonBytesKindMethods()},   {u"bytes", pythonBytesPaddingMethods()},
        {u"bytes", pythonBytesTableMethods()},  {u"bytes", pythonBytesHexMethods()},
        {u"bytes", pythonBytesSearchMethods()}, {u"bytes", pythonBytesEditMethods()},
        {u"bytes", pythonBytesSplitMethods()},
    };
    return table;
}

Value listOf(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
}

Value tupleOf(std::vector<Value> items)
{
    return Value::tuple(make<ListData>(std::move(items)));
}

} // namespace waymark::jinja
