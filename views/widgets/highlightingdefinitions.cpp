#include "views/widgets/highlightingdefinitions.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Resources of a static library are there only when they are asked for, outside of a namespace.
static void addOurDefinitions()
{
    Q_INIT_RESOURCE(highlighting);
}

namespace waymark {
namespace {

/// Names that say more than their suffix, or whose suffix the library takes for another language.
struct Rule
{
    QString end; ///< of a lower-case file name; all of it when it is no suffix
    QString language;
};

const QList<Rule> &rules()
{
    static const QList<Rule> list{
        {u"go.mod"_s, u"Go Module"_s},
        {u"go.work"_s, u"Go Module"_s},
        {u"codeowners"_s, u"CODEOWNERS"_s},
        {u".env"_s, u"Dotenv"_s},
        {u".envrc"_s, u"Bash"_s},
        {u".hcl"_s, u"HCL"_s},
        {u".nomad"_s, u"HCL"_s},
        {u".dockerfile"_s, u"Dockerfile"_s},
        {u".dockerignore"_s, u"Git Ignore"_s},
        {u".helmignore"_s, u"Git Ignore"_s},
        {u".gcloudignore"_s, u"Git Ignore"_s},
        {u".npmignore"_s, u"Git Ignore"_s},
        {u".gitignore"_s, u"Git Ignore"_s},
        {u".yamllint"_s, u"YAML"_s},
        {u".gotmpl"_s, u"YAML"_s},
    };
    return list;
}

QString fileName(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

/// "Dockerfile.dev" and ".env.example" are what stands before their first dot.
QString knownStart(const QString &name)
{
    if (name.startsWith(u"dockerfile."_s) || name.startsWith(u"containerfile."_s))
        return u"Dockerfile"_s;
    if (name.startsWith(u".env."_s))
        return u"Dotenv"_s;
    return {};
}

QString languageOf(const QString &name)
{
    for (const Rule &rule : rules()) {
        if (name == rule.end || (rule.end.startsWith(u'.') && name.endsWith(rule.end)))
            return rule.language;
    }
    return knownStart(name);
}

} // namespace

HighlightingDefinitions::HighlightingDefinitions() = default;
HighlightingDefinitions::~HighlightingDefinitions() = default;

QString HighlightingDefinitions::withoutTemplateSuffix(const QString &path)
{
    for (const QString &suffix :
         {u".j2"_s, u".jinja2"_s, u".jinja"_s, u".njk"_s, u".tpl"_s, u".tmpl"_s}) {
        if (path.endsWith(suffix, Qt::CaseInsensitive))
            return path.chopped(suffix.size());
    }
    return path;
}

KSyntaxHighlighting::Definition HighlightingDefinitions::definitionOf(const QString &path) const
{
    if (!m_repository) {
        addOurDefinitions();
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
        m_repository->addCustomSearchPath(u":/waymark/highlighting"_s);
    }
    const QString name = fileName(withoutTemplateSuffix(path));
    const QString language = languageOf(name.toLower());
    if (!language.isEmpty())
        return m_repository->definitionForName(language);
    const KSyntaxHighlighting::Definition found = m_repository->definitionForFileName(name);
    return found.name() == u"None" ? KSyntaxHighlighting::Definition() : found;
}

} // namespace waymark
