#include "models/catalog/copierquestionreader.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Copier");

const QStringList &types()
{
    static const QStringList types{u"str"_s,  u"int"_s,  u"float"_s, u"bool"_s,
                                   u"json"_s, u"yaml"_s, u"path"_s};
    return types;
}

/// The keys of one question, read with complaints.
class QuestionKeys
{
public:
    QuestionKeys(CopierFile &file, const CopierFile::Entry &entry, const Map &map)
        : m_file(file)
        , m_entry(entry)
        , m_map(map)
    {
    }

    void read(CopierQuestion &question)
    {
        question.help = text(u"help");
        question.validator = text(u"validator");
        question.placeholder = text(u"placeholder");
        question.qmark = m_map.value(u"qmark").isNull() ? QString() : text(u"qmark");
        question.type = text(u"type");
        question.multiselect = flag(u"multiselect");
        question.secret = flag(u"secret");
        question.when = condition(u"when", true);
        question.multiline = condition(u"multiline", {});
        if (const Value *value = m_map.find(u"default"))
            question.defaultValue = *value;
        readChoices(question);
        checkKeys();
    }

private:
    void complainOfType(QStringView key, const QString &wanted)
    {
        m_file.complain(
            m_entry.place.at(key), u"type"_s,
            translated("“%1” has to be %2, not %3.").arg(key, wanted, m_map.value(key).typeName()));
    }

    QString text(QStringView key)
    {
        const Value *value = m_map.find(key);
        if (value && !value->toText())
            complainOfType(key, translated("text"));
        return value ? value->textOr() : QString();
    }

    /// As pydantic reads a truth value; nothing: it is none.
    static std::optional<bool> truth(const Value &value)
    {
        if (const bool *plain = value.toBool())
            return *plain;
        const Integer *number = value.toInteger();
        const QString word
            = number ? QString::fromLatin1(number->toByteArray()) : value.textOr().toLower();
        if (QStringList{u"1"_s, u"true"_s, u"t"_s, u"yes"_s, u"y"_s, u"on"_s}.contains(word))
            return true;
        if (QStringList{u"0"_s, u"false"_s, u"f"_s, u"no"_s, u"n"_s, u"off"_s}.contains(word))
            return false;
        return std::nullopt;
    }

    bool flag(QStringView key)
    {
        const Value *value = m_map.find(key);
        const auto read = value ? truth(*value) : std::optional(false);
        if (!read)
            complainOfType(key, translated("true or false"));
        return read.value_or(false);
    }

    Value condition(QStringView key, const Value &usual)
    {
        const Value *value = m_map.find(key);
        if (!value || value->toText() || value->toBool())
            return value ? *value : usual;
        const auto read = truth(*value);
        if (!read)
            complainOfType(key, translated("true, false or a template"));
        return read ? Value(*read) : usual;
    }

    void readChoices(CopierQuestion &question)
    {
        const Value *value = m_map.find(u"choices");
        if (!value)
            return;
        if (value->toList() || value->toMap() || value->toText())
            question.choices = *value;
        else
            complainOfType(u"choices", translated("a list, a map or a template of one"));
    }

    void checkKeys()
    {
        static const QStringList known{u"type"_s,        u"help"_s,   u"default"_s,
                                       u"choices"_s,     u"when"_s,   u"validator"_s,
                                       u"placeholder"_s, u"secret"_s, u"multiselect"_s,
                                       u"multiline"_s,   u"qmark"_s};
        for (const YamlNode::Entry &entry : m_entry.place.node.entries()) {
            const QString key = entry.key.text();
            if (!known.contains(key))
                m_file.complain(
                    {m_entry.place.document, entry.key}, u"key"_s,
                    translated("Copier knows no “%1” of a question and leaves it out.").arg(key),
                    didYouMean(key, known), Severity::Warning);
        }
    }

    CopierFile &m_file;
    const CopierFile::Entry &m_entry;
    const Map &m_map;
};

/// The type that Copier takes from the default where none is written.
QString inferredType(const std::optional<Value> &value)
{
    if (value && value->toBool())
        return u"bool"_s;
    if (value && value->toInteger())
        return u"int"_s;
    if (value && value->toFloat())
        return u"float"_s;
    return value && value->toText() ? u"str"_s : u"yaml"_s;
}

bool isTemplated(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return !c.isLetter(); });
}

} // namespace

std::optional<CopierQuestion> readCopierQuestion(CopierFile &file, const CopierFile::Entry &entry)
{
    if (entry.key == u"now" || entry.key == u"make_secret") {
        file.complain(entry.keyPlace, u"name"_s,
                      translated("No question may be called “%1”: Copier has a function of that "
                                 "name.")
                          .arg(entry.key),
                      translated("Give it another name."));
        return std::nullopt;
    }
    CopierQuestion question{.name = entry.key, .place = entry.place};
    if (const Map *map = entry.value.toMap())
        QuestionKeys(file, entry, *map).read(question);
    else
        question.defaultValue = entry.value;
    if (question.type.isEmpty())
        question.type = inferredType(question.defaultValue);
    if (!isTemplated(question.type) && !types().contains(question.type)) {
        file.complain(entry.place.at(u"type"), u"type"_s,
                      translated("Copier has no type “%1”.").arg(question.type),
                      didYouMean(question.type, types()));
    }
    if (question.secret && !question.defaultValue) {
        file.complain(entry.keyPlace, u"secret"_s,
                      translated("The secret question “%1” needs a default.").arg(question.name),
                      translated("Add “default: \"\"”."));
    }
    return question;
}

} // namespace waymark
