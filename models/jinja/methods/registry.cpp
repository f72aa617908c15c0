#include "models/jinja/methods/registry.h"

#include "models/jinja/methods/javascripttext.h"

#include <algorithm>
#include <iterator>

namespace waymark::jinja {

MethodTable::MethodTable(std::initializer_list<Family> families)
{
    for (const Family &family : families)
        m_types[QString(family.type)].add(family.rows);
}

const Function *MethodTable::find(const QString &type, const QString &method) const
{
    const auto known = m_types.constFind(type);
    return known == m_types.cend() ? nullptr : known->find(method);
}

const MethodTable &javaScriptMethods()
{
    static const MethodTable table{
        {u"string", javascript::objectMethods()},
        {u"string", javascript::localeMethods()},
        {u"string", javascript::stringMethods()},
        {u"string", javascript::stringRegexMethods()},
        {u"string", javascript::stringReplaceMethods()},
        {u"string", javascript::stringSearchMethods()},
        {u"string", javascript::stringSpacingMethods()},
        {u"string", javascript::stringUnicodeMethods()},
        {u"array", javascript::objectMethods()},
        {u"array", javascript::arrayLocaleMethods()},
        {u"array", javascript::arrayMethods()},
        {u"array", javascript::arrayCallbackMethods()},
        {u"array", javascript::arrayFindingMethods()},
        {u"array", javascript::arrayReducingMethods()},
        {u"array", javascript::arraySortingMethods()},
        {u"array", javascript::arrayChangingMethods()},
        {u"array", javascript::arrayCopyMethods()},
        {u"array", javascript::arrayIteratorMethods()},
        {u"object", javascript::objectMethods()},
        {u"object", javascript::localeMethods()},
        {u"number", javascript::objectMethods()},
        {u"number", javascript::numberLocaleMethods()},
        {u"number", javascript::numberMethods()},
        {u"boolean", javascript::objectMethods()},
        {u"boolean", javascript::localeMethods()},
        {u"regexp", javascript::objectMethods()},
        {u"regexp", javascript::localeMethods()},
        {u"regexp", javascript::regexMethods()},
    };
    return table;
}

bool changesReceiver(const QString &method)
{
    // Python's from jinja2/sandbox.py, and JavaScript's.
    static constexpr QStringView names[] = {
        u"add",     u"append", u"clear",  u"copyWithin", u"difference_update",
        u"discard", u"extend", u"fill",   u"insert",     u"pop",
        u"popitem", u"push",   u"remove", u"reverse",    u"setdefault",
        u"shift",   u"sort",   u"splice", u"unshift",    u"update",
    };
    return std::ranges::find(names, QStringView(method)) != std::end(names);
}

} // namespace waymark::jinja
