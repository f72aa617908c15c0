#include "models/catalog/cookiecutterlanguage.h"

#include "models/base/closest.h"
#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/jinja/extensions/registry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Cookiecutter");

const QString extensionsName = u"_extensions"_s;
const QString environmentName = u"_jinja2_env_vars"_s;

/// What Cookiecutter always switches on.
QStringList usualExtensions()
{
    QStringList names;
    for (const QString &name :
         {u"Jsonify"_s, u"RandomString"_s, u"Slugify"_s, u"Time"_s, u"UUID"_s})
        names += u"cookiecutter.extensions."_s + name + u"Extension"_s;
    return names;
}

QStringList knownExtensions()
{
    QStringList names;
    for (const jinja::ExtensionRow &extension : jinja::jinja2Extensions()) {
        names += extension.name.toString();
        if (!extension.otherName.isEmpty())
            names += extension.otherName.toString();
    }
    return names;
}

/// Why the extension `name` cannot be switched on.
Problem unknownExtension(const QString &name, const QStringList &known)
{
    const QString meant = didYouMean(name, known);
    return {.code = u"template.extension"_s,
            .message = translated("The template needs the Jinja extension “%1”, which is Python "
                                  "code. Waymark runs none.")
                           .arg(name),
            .hint = meant.isEmpty()
                ? translated("Take the extension out of the template, with what it brings, or use "
                             "Cookiecutter itself.")
                : meant};
}

/// Takes what a template says of its language into the options, and notes what cannot be had.
class LanguageReader
{
public:
    explicit LanguageReader(CookiecutterLanguage &language)
        : m_language(language)
    {
    }

    void takeExtensions(const Value &value)
    {
        QStringList asked;
        if (const List *list = value.toList()) {
            for (const Value &item : *list)
                asked += item.textOr(QString::fromUtf8(toJson(item)));
        } else if (isTrueInPython(value)) {
            return complain({extensionsName}, translated("“_extensions” has to be a list."));
        }
        const QStringList known = knownExtensions();
        for (qsizetype i = 0; i < asked.size(); ++i) {
            const QString &name = asked.at(i);
            if (known.contains(name))
                m_language.options.extensions += name;
            else
                m_language.problems
                    += {{extensionsName, QString::number(i)}, unknownExtension(name, known)};
        }
    }

    void takeEnvironment(const Value &value)
    {
        const Map *map = value.toMap();
        if (!map) {
            if (!value.isNull())
                complain({environmentName}, translated("“_jinja2_env_vars” has to be a map."));
            return;
        }
        for (const Map::Entry &entry : *map)
            takeSetting(entry);
    }

private:
    void takeSetting(const Map::Entry &entry)
    {
        jinja::Options &options = m_language.options;
        static const QStringList withoutEffect{u"optimized"_s, u"cache_size"_s, u"auto_reload"_s};
        if (QString *text = textSetting(entry.key))
            takeText(entry, *text);
        else if (entry.key == u"trim_blocks")
            options.trimBlocks = isTrueInPython(entry.value);
        else if (entry.key == u"lstrip_blocks")
            options.lstripBlocks = isTrueInPython(entry.value);
        else if (entry.key == u"autoescape")
            options.autoescape = isTrueInPython(entry.value);
        else if (!withoutEffect.contains(entry.key))
            complain({environmentName, entry.key},
                     translated("“%1” cannot be set for a template.").arg(entry.key),
                     translated("Leave it out: Cookiecutter fails with it too."));
    }

    QString *textSetting(const QString &name) const
    {
        jinja::Options &options = m_language.options;
        jinja::Delimiters &signs = options.delimiters;
        const QList<std::pair<QStringView, QString *>> settings{
            {u"block_start_string", &signs.blockStart},
            {u"block_end_string", &signs.blockEnd},
            {u"variable_start_string", &signs.variableStart},
            {u"variable_end_string", &signs.variableEnd},
            {u"comment_start_string", &signs.commentStart},
            {u"comment_end_string", &signs.commentEnd},
            {u"line_statement_prefix", &options.lineStatementPrefix},
            {u"line_comment_prefix", &options.lineCommentPrefix},
            {u"newline_sequence", &options.newlineSequence}};
        const auto found = std::ranges::find(settings, QStringView(name),
                                             &std::pair<QStringView, QString *>::first);
        return found == settings.end() ? nullptr : found->second;
    }

    void takeText(const Map::Entry &entry, QString &text)
    {
        const bool mayBeNothing = entry.key.startsWith(u"line_");
        const QString *given = entry.value.toText();
        if (entry.value.isNull() && mayBeNothing)
            text.clear();
        else if (!given || (given->isEmpty() && !mayBeNothing))
            complain({environmentName, entry.key},
                     translated("“%1” has to be a text.").arg(entry.key));
        else if (entry.key == u"newline_sequence" && !isNewline(*given))
            complain({environmentName, entry.key},
                     translated("“newline_sequence” has to be a line feed, a carriage return, or "
                                "both."));
        else
            text = *given;
    }

    static bool isNewline(const QString &text)
    {
        return text == u"\n" || text == u"\r" || text == u"\r\n";
    }

    void complain(const QStringList &path, const QString &message, const QString &hint = {})
    {
        m_language.problems
            += {path, {.code = u"template.language"_s, .message = message, .hint = hint}};
    }

    CookiecutterLanguage &m_language;
};

} // namespace

bool isTrueInPython(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return false;
    case Value::Type::Bool:
        return *value.toBool();
    case Value::Type::Integer:
        return !value.toInteger()->isZero();
    case Value::Type::Float:
        return *value.toFloat() != 0;
    case Value::Type::Text:
        return !value.toText()->isEmpty();
    case Value::Type::List:
        return !value.toList()->isEmpty();
    case Value::Type::Map:
        return !value.toMap()->isEmpty();
    }
    Q_UNREACHABLE_RETURN(false);
}

CookiecutterLanguage cookiecutterLanguage(const Map &variables)
{
    CookiecutterLanguage language{.options = jinja::Options::jinja2(), .problems = {}};
    language.options.keepTrailingNewline = true;
    language.options.undefined = jinja::UndefinedKind::Strict;
    language.options.extensions = usualExtensions();
    LanguageReader reader(language);
    if (const Value *extensions = variables.find(extensionsName))
        reader.takeExtensions(*extensions);
    if (const Value *environment = variables.find(environmentName))
        reader.takeEnvironment(*environment);
    return language;
}

} // namespace waymark
