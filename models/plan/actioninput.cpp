#include "models/plan/actioninput.h"

#include "models/base/closest.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("FetchAction", source);
}

bool isOf(const TaggedValue &value, int kinds)
{
    const auto isText = [](const TaggedValue &item) { return item.scalar().toText() != nullptr; };
    const auto may = [kinds](inputs::Kind kind) { return (kinds & kind) != 0; };
    if (may(inputs::Anything))
        return true;
    if (value.isList())
        return may(inputs::Texts) && std::ranges::all_of(value.list(), isText);
    if (value.isMap())
        return may(inputs::Mapping);
    const Value &scalar = value.scalar();
    return (may(inputs::Text) && isText(value)) || (may(inputs::Truth) && scalar.toBool())
        || (may(inputs::Number) && (scalar.toInteger() || scalar.toFloat()));
}

QString wanted(int kinds)
{
    switch (kinds) {
    case inputs::Texts:
        return text("a list of texts");
    case inputs::Mapping:
        return text("a map");
    case inputs::Truth:
        return text("true or false");
    case inputs::Number:
        return text("a number");
    case inputs::Text:
        return text("text");
    case inputs::Text | inputs::Mapping:
        return text("text or a map");
    default:
        return text("text, or true or false");
    }
}

} // namespace

QByteArray pathInService(const QString &path)
{
    QByteArray clean = QDir::cleanPath(path).toUtf8();
    const QByteArray root = workspacePath;
    if (clean == root || clean.startsWith(root + '/'))
        clean.remove(0, root.size() + 1);
    return clean == "." ? QByteArray() : clean;
}

Value jsonData(const TaggedValue &value)
{
    if (value.isList()) {
        List items;
        for (const TaggedValue &item : value.list())
            items += jsonData(item);
        return items;
    }
    if (!value.isMap())
        return value.isUndefined() ? Value() : value.scalar();
    Map entries;
    for (const TaggedValue::Entry &entry : value.map()) {
        if (!entry.value.isUndefined())
            entries.insert(entry.key, jsonData(entry.value));
    }
    return entries;
}

TaggedValue ActionInput::of(const QString &key) const
{
    const TaggedValue *found = m_input.find(key);
    return found ? *found : TaggedValue::undefined();
}

bool ActionInput::isOn(const QString &key) const
{
    const Value value = of(key).scalar();
    return value.toBool() && *value.toBool();
}

QStringList ActionInput::textsOf(const QString &key) const
{
    const TaggedValue value = of(key);
    QStringList texts;
    for (const TaggedValue &item : value.list())
        texts += item.scalar().textOr();
    return texts;
}

std::unexpected<Error> ActionInput::wrong(const QString &message, const QString &hint,
                                          QStringView key) const
{
    const YamlNode *node = m_step.input.find(key);
    return failure(m_context.placed({.code = u"template.step"_s, .message = message, .hint = hint},
                                    node ? *node : m_step.node));
}

Result<> ActionInput::check(std::span<const InputKey> keys) const
{
    for (const TaggedValue::Entry &entry : m_input.map()) {
        if (entry.value.isUndefined())
            continue;
        const auto key = std::ranges::find(
            keys, entry.key, [](const InputKey &each) { return each.name.toString(); });
        if (key == keys.end())
            return unknown(entry.key, keys);
        if (!isOf(entry.value, key->kinds))
            return wrong(text("“%1” has to be %2.").arg(entry.key, wanted(key->kinds)),
                         text("Correct the input of the step “%1”.").arg(m_step.name), entry.key);
    }
    const auto isMissing = [this](const InputKey &key) {
        return key.isNeeded && of(key.name.toString()).isUndefined();
    };
    if (const auto missing = std::ranges::find_if(keys, isMissing); missing != keys.end())
        return wrong(text("“%1” needs “%2”.").arg(m_step.action, missing->name),
                     text("Add it to the input of the step “%1”.").arg(m_step.name), missing->name);
    return {};
}

std::unexpected<Error> ActionInput::unknown(const QString &key,
                                            std::span<const InputKey> keys) const
{
    QStringList known;
    for (const InputKey &each : keys)
        known += each.name.toString();
    const QString meant = didYouMean(key, known);
    const YamlNode::Entry *entry = m_step.input.entry(key);
    return failure(m_context.placed(
        {.code = u"template.step"_s,
         .message = text("“%1” takes no “%2”.").arg(m_step.action, key),
         .hint = meant.isEmpty() ? text("It takes: %1.").arg(known.join(u", ")) : meant},
        entry ? entry->key : m_step.node));
}

Result<QByteArray> ActionInput::confined(const QString &path, QStringView key) const
{
    QByteArray clean = pathInService(path);
    if (clean == ".." || clean.startsWith("../") || clean.startsWith('/'))
        return wrong(text("“%1” leads out of the service's folder.").arg(path),
                     text("Give a path below it, such as ./deploy."), key);
    return clean;
}

Result<QByteArray> ActionInput::path(const QString &key) const
{
    return confined(textOf(key), key);
}

} // namespace waymark
