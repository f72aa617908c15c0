#include "models/jinja/methods/pythondictview.h"

#include "models/jinja/generator.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

namespace waymark::jinja {

QString DictView::typeName() const
{
    const QString name = m_kind == Kind::Keys ? QStringLiteral("dict_keys")
        : m_kind == Kind::Values              ? QStringLiteral("dict_values")
                                              : QStringLiteral("dict_items");
    return m_dict.dict().isOrdered ? u'o' + name : name;
}

QString DictView::toText(Runtime &runtime) const
{
    std::vector<Value> items;
    items.reserve(static_cast<size_t>(m_dict.dict().size()));
    for (qsizetype i = 0; i < m_dict.dict().size(); ++i)
        items.push_back(at(i));
    return typeName() + u'(' + runtime.repr(listOf(std::move(items))) + u')';
}

std::optional<qsizetype> DictView::length(Runtime & /*runtime*/)
{
    return m_dict.dict().size();
}

Value DictView::at(qsizetype index) const
{
    const DictData::Entry &entry = m_dict.dict().entries()[static_cast<size_t>(index)];
    return m_kind == Kind::Keys  ? entry.key
        : m_kind == Kind::Values ? entry.value
                                 : tupleOf({entry.key, entry.value});
}

Value DictView::iteratorFrom(bool isReverse) const
{
    const qsizetype size = m_dict.dict().size();
    const Reference<DictView> view(const_cast<DictView *>(this)); // keeps the map alive
    const auto next
        = [view, size, isReverse, index = qsizetype(0)](Runtime &runtime) mutable -> Value {
        if (index >= size)
            return {};
        if (view->m_dict.dict().size() != size) {
            runtime.fail(FailureKind::Runtime,
                         QStringLiteral("dictionary changed size during iteration"));
        }
        const qsizetype at = index++;
        return view->at(isReverse ? size - 1 - at : at);
    };
    const QString kind = m_kind == Kind::Keys ? QStringLiteral("key")
        : m_kind == Kind::Values              ? QStringLiteral("value")
                                              : QStringLiteral("item");
    return generator(next,
                     QStringLiteral("dict_%1%2iterator").arg(isReverse ? u"reverse" : u"", kind));
}

Value DictView::iterator(Runtime & /*runtime*/)
{
    return iteratorFrom(false);
}

Value DictView::reversed() const
{
    return iteratorFrom(true);
}

bool DictView::contains(Runtime &runtime, const Value &value)
{
    if (m_kind == Kind::Values)
        return Object::contains(runtime, value);
    const bool isPair = value.is(Value::Type::Tuple) && value.items().items.size() == 2;
    if (m_kind == Kind::Items && !isPair)
        return false;
    const Value &key = m_kind == Kind::Items ? value.items().items[0] : value;
    requireHashable(runtime, key);
    const Value *known = m_dict.dict().find(key);
    return known && (m_kind == Kind::Keys || runtime.equal(*known, value.items().items[1]));
}

} // namespace waymark::jinja
