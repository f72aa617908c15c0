#include "models/plan/copiernamecheck.h"

#include "models/base/regex.h"
#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/copiersettings.h"
#include "models/plan/copiernames.h"
#include "models/plan/copiertree.h"
#include "models/plan/folder.h"
#include "models/plan/formcontext.h"
#include "models/plan/ignorelist.h"
#include "models/plan/namecheck.h"
#include "models/plan/rendering.h"
#include "models/plan/templatename.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::KnownNames;

constexpr TextContext translated("NameCheck");

/// Names in the files that Copier renders.
class CopierNameCheck
{
public:
    CopierNameCheck(const LoadedTemplate &loaded, const std::stop_token &stop)
        : m_settings(*loaded.entry.definition.copier)
        , m_tree(loaded.tree, m_settings)
        , m_language(languageOf(m_settings, m_tree))
        , m_excluded(exclusions())
        , m_check(NameCheck::Unknown::Name,
                  translated("Ask for it in copier.yml, or correct the name."), stop)
    {
        const RenderRequest request = atItsOccasion({.form = Form(loaded.entry.definition.form),
                                                     .now = QDateTime::fromSecsSinceEpoch(0),
                                                     .seed = "0"});
        for (const jinja::TaggedValue::Entry &entry : contextOf(request.form).map())
            m_known.add(entry.key);
        for (const CopierQuestion &question : m_settings.questions)
            m_known.add(question.name);
    }

    QList<Problem> run()
    {
        const bool isAllKnown
            = std::ranges::all_of(m_settings.language.extensions, [](const QString &name) {
                  return jinja::isKnownExtension(name);
              });
        const auto sources = m_tree.below(subdirectory());
        if (!isAllKnown || !sources)
            return {};
        for (const CopierSource &source : *sources)
            addLoops(displayed(source.path));
        for (const CopierSource &source : *sources) {
            if (m_check.isStopped())
                return {};
            if (!isExcluded(source) && source.kind != CopierSource::Kind::Link)
                check(source);
        }
        QSet<QString> parts;
        for (const QString &name : m_check.used())
            parts += shown(name.toUtf8());
        return m_check.problems(parts);
    }

private:
    static jinja::Environment languageOf(const CopierSettings &settings, const CopierTree &tree)
    {
        jinja::Options options = settings.language;
        options.loader = [&tree](const QString &name) -> Result<std::optional<QByteArray>> {
            const QByteArray path = name.toUtf8();
            const TemplateFile *file = path.split('/').contains("..") ? nullptr : tree.file(path);
            return file ? std::optional(file->content) : std::nullopt;
        };
        return jinja::Environment(options);
    }

    /// Of the folder with the files; where answers decide it, that is any below the template's.
    [[nodiscard]] QByteArray subdirectory() const
    {
        const QByteArray path = purePath(m_settings.subdirectory.toUtf8());
        return m_tree.hasFolder(path) ? path : QByteArray();
    }

    [[nodiscard]] IgnoreList exclusions() const
    {
        QStringList patterns = m_settings.exclude.value_or(
            subdirectory().isEmpty() ? usualExclusions() : QStringList());
        patterns.removeIf([](const QString &pattern) { return pattern.contains(u'{'); });
        return IgnoreList::compile(patterns).value_or(IgnoreList());
    }

    /// Where it takes too long to tell, it is: only what is certain is told of here, and rendering
    /// refuses the pattern.
    [[nodiscard]] bool isExcluded(const CopierSource &source) const
    {
        QString path = displayed(source.path);
        if (m_excluded.matches(path).value_or(true))
            return true;
        if (!m_settings.suffix.isEmpty() && path.endsWith(m_settings.suffix))
            path.chop(m_settings.suffix.size());
        for (qsizetype end = path.size(); end > 0; end = path.lastIndexOf(u'/', end - 1)) {
            if (m_excluded.matches(path.first(end)).value_or(true))
                return true;
        }
        return false;
    }

    /// The variables of loops in names.
    void addLoops(const QString &path)
    {
        const auto loop = Regex::compile(u"\\byield\\s+(\\w+)\\s+from\\b"_s, RegexSyntax::Python);
        const auto found = loop ? loop->globalMatch(path) : Result<QList<RegexMatch>>();
        for (const RegexMatch &match : found.value_or(QList<RegexMatch>()))
            m_known.add(match.in(path, 1).toString());
    }

    void check(const CopierSource &source)
    {
        m_check.checkName(displayed(nameOf(source.path)), shown(source.templatePath), m_language,
                          m_known);
        const bool isTemplate
            = source.file && nameOf(source.templatePath).endsWith(m_settings.suffix.toUtf8());
        const auto text = isTemplate ? decodeUtf8(source.file->content)
                                     : Result<QString>(failure({.code = u"template.encoding"_s}));
        if (text)
            m_check.checkText(*text, shown(source.templatePath), m_language, m_known);
    }

    [[nodiscard]] QString shown(const QByteArray &templatePath) const
    {
        return shownTemplatePath(m_settings.folder, templatePath);
    }

    const CopierSettings &m_settings;
    const CopierTree m_tree;
    const jinja::Environment m_language;
    const IgnoreList m_excluded;
    NameCheck m_check;
    KnownNames m_known;
};

} // namespace

QList<Problem> misspeltCopierNames(const LoadedTemplate &loaded, const std::stop_token &stop)
{
    return CopierNameCheck(loaded, stop).run();
}

} // namespace waymark
