#include "models/plan/cookiecutterfiles.h"

#include "models/base/fnmatch.h"
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

/// `error`, about the file that problems call `file`.
std::unexpected<Error> atFile(Error error, const QString &file)
{
    error.problem.file = file;
    return std::unexpected(std::move(error));
}

} // namespace

CookiecutterFiles::CookiecutterFiles(const LoadedTemplate &loaded, const RenderRequest &request,
                                     const CookiecutterSettings &settings)
    : m_loaded(loaded)
    , m_request(request)
    , m_settings(settings)
    , m_places(loaded.tree)
    , m_context(contextOf(request.form))
{
    const Map variables = variablesIn(m_context);
    m_options = cookiecutterLanguage(variables).options;
    m_environment = jinja::Environment(m_options);
    m_copied = patternsIn(variables.value(u"_copy_without_render"));
    m_newline = variables.value(u"_new_lines").textOr().toUtf8();
}

std::optional<QByteArray> CookiecutterFiles::projectFolder() const
{
    for (const TreePlaces::Entry &entry : m_places.entries(m_settings.path)) {
        const QString name = displayed(entry.name);
        if (entry.kind == TreePlaces::Kind::Folder && name.contains(u"cookiecutter")
            && name.contains(m_options.delimiters.variableStart)
            && name.contains(m_options.delimiters.variableEnd))
            return pathBelow(m_settings.path, entry.name);
    }
    return std::nullopt;
}

void CookiecutterFiles::include(const QByteArray &folder)
{
    m_includedFrom = {folder, pathBelow(m_settings.path, "templates")};
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
                                                const QByteArray &templatePath) const
{
    auto made = rendered(name, shown(templatePath), "name:" + name);
    if (!made)
        made.error().problem.message
            = translated("In the name of the file: %1").arg(made.error().problem.message);
    return made;
}

Result<jinja::Rendered> CookiecutterFiles::content(const QByteArray &bytes,
                                                   const QByteArray &templatePath,
                                                   const QByteArray &path) const
{
    auto made = rendered(withUniversalNewlines(bytes), shown(templatePath), path);
    if (!made)
        return made;
    return withNewlines(*std::move(made), m_newline.isEmpty() ? firstNewline(bytes) : m_newline);
}

Result<jinja::Rendered> CookiecutterFiles::script(const QByteArray &bytes,
                                                  const QByteArray &templatePath) const
{
    return rendered(withUniversalNewlines(bytes), shown(templatePath), "hook:" + templatePath);
}

/// `salt`: each text draws its own random numbers, whatever the others do.
Result<jinja::Rendered> CookiecutterFiles::rendered(const QByteArray &source, const QString &name,
                                                    const QByteArray &salt) const
{
    const auto compiled = m_environment.compile(QByteArrayView(source), name);
    if (!compiled)
        return std::unexpected(compiled.error());
    auto made = jinja::render(*compiled, m_context,
                              {.limits = m_request.limits,
                               .now = m_request.now,
                               .seed = m_request.seed + ':' + salt,
                               .stop = m_request.stop});
    if (!made)
        return made.error().problem.file == name
            ? made
            : Result<jinja::Rendered>(
                  atFile(made.error(), shownInclude(made.error().problem.file)));
    for (qsizetype i = 1; i < made->provenance.templates.size(); ++i)
        made->provenance.templates[i] = shownInclude(made->provenance.templates.at(i));
    return made;
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
    return shownTemplatePath(QFileInfo(m_loaded.entry.definition.file).path(), templatePath);
}

} // namespace waymark
