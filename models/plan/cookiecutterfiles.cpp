#include "models/plan/cookiecutterfiles.h"

#include "models/base/fnmatch.h"
#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/cookiecutterlanguage.h"
#include "models/plan/fetchedfolder.h"
#include "models/plan/formcontext.h"
#include "models/plan/templatename.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr TextContext translated("Cookiecutter");

/// The variables as the template's files see them.
Map variablesIn(const TaggedValue &context)
{
    const TaggedValue *variables = context.find(u"cookiecutter"_s);
    const Value value = variables ? variables->toValue() : Value();
    return value.toMap() ? *value.toMap() : Map();
}

/// What going through `value` gives in Python: of a text its characters, of a map its keys.
QStringList patternsIn(const Value &value)
{
    if (const QString *text = value.toText())
        return text->split(QString(), Qt::SkipEmptyParts);
    if (const Map *map = value.toMap())
        return map->keys();
    QStringList patterns;
    for (const Value &pattern : value.toList() ? *value.toList() : List())
        patterns += pattern.textOr();
    return patterns;
}

/// What decides how the texts of a template with these `variables` are read, and what they include.
QByteArray languageKey(const CookiecutterSource &source, const Map &variables)
{
    const List chosen{Value(displayed(source.path)), variables.value(u"_extensions"),
                      variables.value(u"_jinja2_env_vars")};
    return toJson(chosen, JsonLayout::Compact) + '\n' + source.key;
}

/// `error`, about the file that problems call `file`.
std::unexpected<Error> atFile(Error error, const QString &file)
{
    error.problem.file = file;
    return std::unexpected(std::move(error));
}

} // namespace

CookiecutterFiles::CookiecutterFiles(CookiecutterSource source)
    : m_source(std::move(source))
    , m_places(m_source.tree)
    , m_texts(m_source.context, m_source.options, m_source.memory)
{
    const Map variables = variablesIn(m_source.context);
    m_languageKey = languageKey(m_source, variables);
    m_options = cookiecutterLanguage(variables).options;
    m_environment = jinja::Environment(m_options);
    m_copied = patternsIn(variables.value(u"_copy_without_render"));
    m_newline = variables.value(u"_new_lines").textOr().toUtf8();
}

CookiecutterFiles::CookiecutterFiles(const LoadedTemplate &loaded, const RenderRequest &request,
                                     const CookiecutterSettings &settings, RenderMemory &memory)
    : CookiecutterFiles(CookiecutterSource{.tree = loaded.tree,
                                           .folder = QFileInfo(loaded.entry.definition.file).path(),
                                           .path = settings.path,
                                           .context = contextOf(request.form),
                                           .options = renderOptions(request),
                                           .memory = memory})
{
}

std::optional<QByteArray> CookiecutterFiles::projectFolder() const
{
    for (const TreePlaces::Entry &entry : m_places.entries(m_source.path)) {
        const QString name = displayed(entry.name);
        if (entry.kind == TreePlaces::Kind::Folder && name.contains(u"cookiecutter")
            && name.contains(m_options.delimiters.variableStart)
            && name.contains(m_options.delimiters.variableEnd))
            return pathBelow(m_source.path, entry.name);
    }
    return std::nullopt;
}

QByteArrayList CookiecutterFiles::includedFolders(const QByteArray &projectFolder) const
{
    return {projectFolder, pathBelow(m_source.path, "templates")};
}

void CookiecutterFiles::include(const QByteArrayList &folders)
{
    m_includedFrom = folders;
    m_options.loader = [this](const QString &name) { return included(name); };
    m_environment = jinja::Environment(m_options);
}

bool CookiecutterFiles::isCopied(const QByteArray &path) const
{
    const QString name = displayed(path);
    return std::ranges::any_of(m_copied,
                               [&](const QString &pattern) { return fnmatches(name, pattern); });
}

Result<jinja::Rendered> CookiecutterFiles::name(const QByteArray &name,
                                                const QByteArray &templatePath)
{
    auto made = rendered({.key = "name\n" + templatePath + '\n' + name,
                          .source = name,
                          .name = shown(templatePath),
                          .salt = "name:" + pathBelow(m_source.target, name)});
    if (!made)
        made.error().problem.message
            = translated("In the name of the file: %1").arg(made.error().problem.message);
    return made;
}

Result<jinja::Rendered> CookiecutterFiles::content(const QByteArray &bytes,
                                                   const QByteArray &templatePath,
                                                   const QByteArray &path)
{
    const QByteArray whole = pathBelow(m_source.target, path);
    auto made = rendered({.key = "content\n" + templatePath,
                          .source = withUniversalNewlines(bytes),
                          .name = shown(templatePath),
                          .salt = whole,
                          .path = whole});
    if (!made)
        return made;
    return withNewlines(*std::move(made), m_newline.isEmpty() ? firstNewline(bytes) : m_newline);
}

Result<jinja::Rendered> CookiecutterFiles::script(const QByteArray &bytes,
                                                  const QByteArray &templatePath)
{
    return rendered({.key = "hook\n" + templatePath,
                     .source = withUniversalNewlines(bytes),
                     .name = shown(templatePath),
                     .salt = "hook:" + templatePath});
}

Result<jinja::Rendered> CookiecutterFiles::rendered(JinjaText text)
{
    text.key += '\n' + m_languageKey;
    auto made = m_texts.rendered(text, m_environment);
    if (!made) {
        const QString file = made.error().problem.file;
        return file == text.name ? std::unexpected(made.error())
                                 : atFile(made.error(), shownInclude(file));
    }
    jinja::Rendered &rendered = made->rendered;
    for (qsizetype i = 1; i < rendered.provenance.templates.size(); ++i)
        rendered.provenance.templates[i] = shownInclude(rendered.provenance.templates.at(i));
    return std::move(rendered);
}

/// As Jinja's loader looks for it: below a folder, never above it.
std::optional<TreePlaces::Place> CookiecutterFiles::placeOf(const QString &name) const
{
    const QByteArray path = name.toUtf8();
    if (path.split('/').contains(".."))
        return std::nullopt;
    for (const QByteArray &folder : m_includedFrom) {
        auto place = m_places.followed(folder + '/' + path);
        if (place.kind == TreePlaces::Kind::File)
            return place;
    }
    return std::nullopt;
}

Result<std::optional<QByteArray>> CookiecutterFiles::included(const QString &name) const
{
    const auto place = placeOf(name);
    if (!place)
        return std::nullopt;
    return withUniversalNewlines(place->file->content);
}

QString CookiecutterFiles::shownInclude(const QString &name) const
{
    const auto place = placeOf(name);
    return place ? shown(place->path) : name;
}

QString CookiecutterFiles::shown(const QByteArray &templatePath) const
{
    return shownTemplatePath(m_source.folder, templatePath);
}

} // namespace waymark
