#include "models/catalog/copierlanguage.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"
#include "models/catalog/copiercasts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Copier");

struct DelimiterKey
{
    QStringView key;
    QString jinja::Delimiters::*text;
};
constexpr DelimiterKey delimiterKeys[] = {
    {u"block_start_string", &jinja::Delimiters::blockStart},
    {u"block_end_string", &jinja::Delimiters::blockEnd},
    {u"variable_start_string", &jinja::Delimiters::variableStart},
    {u"variable_end_string", &jinja::Delimiters::variableEnd},
    {u"comment_start_string", &jinja::Delimiters::commentStart},
    {u"comment_end_string", &jinja::Delimiters::commentEnd},
};

struct TextKey
{
    QStringView key;
    QString jinja::Options::*text;
};
constexpr TextKey textKeys[] = {
    {u"newline_sequence", &jinja::Options::newlineSequence},
    {u"line_statement_prefix", &jinja::Options::lineStatementPrefix},
    {u"line_comment_prefix", &jinja::Options::lineCommentPrefix},
};

struct FlagKey
{
    QStringView key;
    bool jinja::Options::*flag;
};
constexpr FlagKey flagKeys[] = {
    {u"trim_blocks", &jinja::Options::trimBlocks},
    {u"lstrip_blocks", &jinja::Options::lstripBlocks},
    {u"keep_trailing_newline", &jinja::Options::keepTrailingNewline},
    {u"autoescape", &jinja::Options::autoescape},
};

/// Reads one key of `_envops` after the other.
class EnvironmentReader
{
public:
    EnvironmentReader(CopierFile &file, jinja::Options &language)
        : m_file(file)
        , m_language(language)
    {
    }

    void read(const CopierFile::Entry &entry)
    {
        const Map *map = entry.value.toMap();
        if (!map) {
            m_file.complain(
                entry.place, u"type"_s,
                translated("“_envops” has to be a map, not %1.").arg(entry.value.typeName()));
            return;
        }
        for (const Map::Entry &option : *map)
            take(option.key, option.value, entry.place.at(option.key));
    }

private:
    void take(const QString &key, const Value &value, const CopierPlace &place)
    {
        // These decide how fast Jinja2 is, or have no meaning in Copier.
        static const QStringList idle{u"optimized"_s, u"cache_size"_s, u"auto_reload"_s,
                                      u"enable_async"_s};
        if (takeText(key, value, place) || takeFlag(key, value) || idle.contains(key))
            return;
        if (key == u"undefined")
            return takeUndefined(value, place);
        QStringList known = idle + QStringList{u"undefined"_s};
        for (const auto &[name, text] : delimiterKeys)
            known += name.toString();
        for (const auto &[name, text] : textKeys)
            known += name.toString();
        for (const auto &[name, flag] : flagKeys)
            known += name.toString();
        m_file.complain(place, u"envops"_s, translated("Jinja2 has no option “%1”.").arg(key),
                        didYouMean(key, known));
    }

    bool takeText(const QString &key, const Value &value, const CopierPlace &place)
    {
        const auto delimiter
            = std::ranges::find(delimiterKeys, QStringView(key), &DelimiterKey::key);
        const auto other = std::ranges::find(textKeys, QStringView(key), &TextKey::key);
        if (delimiter == std::end(delimiterKeys) && other == std::end(textKeys))
            return false;
        const bool mayBeNothing = other != std::end(textKeys) && key != u"newline_sequence";
        const QString *text = value.toText();
        if (!text && mayBeNothing && value.isNull())
            return true;
        if (!text || (text->isEmpty() && !mayBeNothing)) {
            m_file.complain(place, u"type"_s,
                            translated("“%1” has to be text, not %2.").arg(key, value.typeName()));
            return true;
        }
        if (other != std::end(textKeys))
            m_language.*(other->text) = *text;
        else
            m_language.delimiters.*(delimiter->text) = *text;
        return true;
    }

    bool takeFlag(const QString &key, const Value &value)
    {
        const auto found = std::ranges::find(flagKeys, QStringView(key), &FlagKey::key);
        if (found == std::end(flagKeys))
            return false;
        const QString *text = value.toText(); // any text is true to Python
        m_language.*(found->flag) = text ? !text->isEmpty() : copierBool(value);
        return true;
    }

    void takeUndefined(const Value &value, const CopierPlace &place)
    {
        const QString name = value.textOr();
        if (name == u"jinja2.StrictUndefined") {
            m_language.undefined = jinja::UndefinedKind::Strict;
        } else if (copierBool(value) && name != u"jinja2.Undefined") {
            m_file.complain(place, u"envops"_s,
                            translated("Copier takes “jinja2.Undefined” or "
                                       "“jinja2.StrictUndefined” here, nothing else."));
        }
    }

    CopierFile &m_file;
    jinja::Options &m_language;
};

void readExtensions(CopierFile &file, const CopierFile::Entry &entry, jinja::Options &language)
{
    const List *names = entry.value.toList();
    if (!names) {
        file.complain(entry.place, u"type"_s,
                      translated("“_jinja_extensions” has to be a list, not %1.")
                          .arg(entry.value.typeName()));
        return;
    }
    for (qsizetype i = 0; i < names->size(); ++i) {
        const QString name = names->at(i).textOr();
        const QList<YamlNode> &items = entry.place.node.items();
        const CopierPlace place{entry.place.document,
                                i < items.size() ? items.at(i) : entry.place.node};
        language.extensions += name;
        if (!jinja::isKnownExtension(name)) {
            file.complain(place, u"extension"_s,
                          translated("The extension “%1” is Python code, which Waymark does not "
                                     "run: what it does to the template is not known.")
                              .arg(name),
                          translated("Use Copier itself for this template, or take out what needs "
                                     "the extension."));
        }
    }
}

} // namespace

void readCopierLanguage(CopierFile &file, jinja::Options &language)
{
    language = jinja::Options::jinja2();
    language.keepTrailingNewline = true;
    language.extensions = QStringList{u"jinja2_ansible_filters.AnsibleCoreFiltersExtension"_s,
                                      u"copier.jinja_ext.YieldExtension"_s};
    for (const CopierFile::Entry &entry : QList(file.entries())) {
        if (entry.key == u"_envops")
            EnvironmentReader(file, language).read(entry);
        else if (entry.key == u"_jinja_extensions")
            readExtensions(file, entry, language);
    }
}

} // namespace waymark
