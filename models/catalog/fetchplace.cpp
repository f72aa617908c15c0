#include "models/catalog/fetchplace.h"

#include "models/base/closest.h"
#include "models/base/textcontext.h"
#include "models/catalog/backstagekeys.h"
#include "models/catalog/template.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Template");

const QStringList &fetchActions()
{
    static const QStringList actions{u"fetch:template"_s, u"fetch:plain"_s, u"fetch:cookiecutter"_s,
                                     u"fetch:template:file"_s, u"fetch:plain:file"_s};
    return actions;
}

bool isFetch(const QString &action)
{
    return fetchActions().contains(action);
}

bool isFileFetch(const QString &action)
{
    return isFetch(action) && action.endsWith(u":file");
}

/// The relative `url` of a step that fetches, or null.
const YamlNode *relativeUrl(const TemplateStep &step)
{
    const YamlNode *url = step.input.find(u"url");
    return isFetch(step.action) && url && url->isScalar() && !isAbsoluteUrl(url->text()) ? url
                                                                                         : nullptr;
}

/// Whether no answer decides about `url`.
bool isLiteral(const QString &url)
{
    return !url.contains(u'{');
}

QByteArrayList namesOf(const QByteArray &path)
{
    return path.isEmpty() ? QByteArrayList() : path.split('/');
}

bool isIn(const QByteArray &place, const QByteArray &folder)
{
    return folder.isEmpty() || place == folder || place.startsWith(folder + '/');
}

/// Whether a name in `path` is that of git's own folder on some system.
bool holdsGit(const QByteArray &path)
{
    return std::ranges::any_of(path.split('/'), [](const QByteArray &name) {
        return name.compare(".git", Qt::CaseInsensitive) == 0;
    });
}

/// Where the relative `url` leads in the source.
std::optional<QByteArray> placeInSource(const QString &url, const QByteArray &path)
{
    if (url.startsWith(u'/'))
        return std::nullopt;
    QByteArray place = joinedPath(path, url.toUtf8());
    if (place == ".." || place.startsWith("../") || holdsGit(place))
        return std::nullopt;
    return place;
}

/// What of `url` is the same whatever is answered: a folder, that of all that it can become.
QString writtenOut(const QString &url)
{
    qsizetype end = url.size();
    for (const QLatin1StringView construct : {"${{"_L1, "{%"_L1, "{#"_L1}) {
        if (const qsizetype start = url.indexOf(construct); start >= 0)
            end = std::min(end, start);
    }
    return end == url.size() ? url : url.first(url.first(end).lastIndexOf(u'/') + 1);
}

/// Adds what a form has for the parameters that `url` names: their enum, const and default,
/// wherever they stand in `node`.
void addOffered(const YamlNode &node, const QString &url, bool isNamed, QStringList &texts)
{
    for (const YamlNode &item : node.items())
        addOffered(item, url, isNamed, texts);
    for (const YamlNode::Entry &entry : node.entries()) {
        const QString key = entry.key.text();
        const bool isOffer = key == u"enum" || key == u"const" || key == u"default";
        if (isNamed && isOffer)
            texts += scalarTexts(entry.value);
        else
            addOffered(entry.value, url, isNamed || url.contains(key), texts);
    }
}

/// The texts in quotes in `url`: "a" and "b" of "${{ 'a' if parameters.x else 'b' }}".
QStringList quotedTexts(const QString &url)
{
    QStringList texts;
    for (const QChar quote : {u'\'', u'"'}) {
        const QStringList parts = url.split(quote);
        for (qsizetype i = 1; i < parts.size(); i += 2)
            texts += parts.at(i);
    }
    return texts;
}

/// What the url of `step` begins with, whatever is answered, and what leads upwards of that which
/// the form or the url itself offers for the rest.
QStringList possibleUrls(const Template &definition, const TemplateStep &step, const QString &url)
{
    const QString start = writtenOut(url);
    QStringList urls{start};
    if (isLiteral(url))
        return urls;
    QStringList offered = quotedTexts(url);
    if (const YamlNode *form
        = definition.document ? definition.document->root().nodeAt(u"/spec/parameters"_s) : nullptr)
        addOffered(*form, url, false, offered);
    for (const QString &text : std::as_const(offered)) {
        if (text.contains(u".."))
            urls += start + (isFileFetch(step.action) ? text.section(u'/', 0, -2) : text);
    }
    return urls;
}

} // namespace

bool isAbsoluteUrl(const QString &url)
{
    const qsizetype colon = url.indexOf(u':');
    const auto isOfScheme = [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || u"+-."_s.contains(c);
    };
    return colon > 0 && url.at(0).isLetter()
        && std::all_of(url.cbegin(), url.cbegin() + colon, isOfScheme);
}

QByteArray joinedPath(const QByteArray &folder, const QByteArray &path)
{
    QByteArrayList names = namesOf(folder);
    for (const QByteArray &name : path.split('/')) {
        if (name.isEmpty() || name == ".")
            continue;
        if (name != ".." || names.isEmpty() || names.last() == "..")
            names.append(name);
        else
            names.removeLast();
    }
    return names.join('/');
}

QByteArray pathFrom(const QByteArray &folder, const QByteArray &place)
{
    const QByteArrayList from = namesOf(folder);
    const QByteArrayList to = namesOf(place);
    const auto common = std::ranges::mismatch(from, to).in1 - from.begin();
    return (QByteArrayList(from.size() - common, "..") + to.sliced(common)).join('/');
}

std::optional<QByteArray> fetchPlace(const QString &url, const QByteArray &path)
{
    const auto place = placeInSource(url, path);
    return place ? std::optional(pathFrom(path, *place)) : std::nullopt;
}

bool leadsIntoGit(const QString &url, const QByteArray &path)
{
    return holdsGit(joinedPath(path, url.toUtf8()));
}

QString meantFetch(const QString &action)
{
    return isFetch(action) ? QString() : didYouMean(action, fetchActions());
}

QList<Problem> missingFolders(const Template &definition, const QString &folder,
                              const QByteArray &path)
{
    QList<Problem> problems;
    for (const TemplateStep &step : definition.steps) {
        const YamlNode *url = relativeUrl(step);
        if (!url || !isLiteral(url->text()))
            continue;
        const auto place = fetchPlace(url->text(), path);
        if (!place || QFileInfo::exists(folder + u'/' + QFile::decodeName(*place)))
            continue;
        const QString message = isFileFetch(step.action) ? translated("There is no file “%1”.")
                                                         : translated("There is no folder “%1”.");
        const Problem problem{.severity = Severity::Warning,
                              .code = u"template.no-folder"_s,
                              .message = message.arg(url->text()),
                              .hint = translated("Make it, or correct the step's “url”.")};
        problems.append(definition.document->placed(problem, url->position()));
    }
    return problems;
}

QByteArrayList foldersToFetch(const Template &definition, const QByteArray &path)
{
    QByteArrayList places;
    for (const TemplateStep &step : definition.steps) {
        const YamlNode *url = relativeUrl(step);
        if (!url || (isFileFetch(step.action) && isLiteral(url->text())))
            continue;
        for (const QString &possible : possibleUrls(definition, step, url->text())) {
            const auto place = placeInSource(possible, path);
            if (place && !isIn(*place, path))
                places.append(*place);
        }
    }
    std::ranges::sort(places); // a folder comes before what is in it
    QByteArrayList outermost;
    for (const QByteArray &place : std::as_const(places)) {
        const auto holds = [&place](const QByteArray &folder) { return isIn(place, folder); };
        if (std::ranges::none_of(outermost, holds))
            outermost.append(place);
    }
    return outermost;
}

QByteArrayList filesToFetch(const Template &definition, const QByteArray &path)
{
    const QByteArrayList folders = foldersToFetch(definition, path) + QByteArrayList{path};
    QByteArrayList files;
    for (const TemplateStep &step : definition.steps) {
        const YamlNode *url = relativeUrl(step);
        if (!url || !isFileFetch(step.action) || !isLiteral(url->text()))
            continue;
        const auto place = placeInSource(url->text(), path);
        const auto holds = [&place](const QByteArray &folder) { return isIn(*place, folder); };
        if (place && std::ranges::none_of(folders, holds) && !files.contains(*place))
            files.append(*place);
    }
    return files;
}

bool fetchesOutside(const Template &definition, const QByteArray &path)
{
    const auto isOutside = [&path](const QByteArray &file) {
        const QByteArray place = joinedPath(path, file);
        return place == ".." || place.startsWith("../");
    };
    return std::ranges::any_of(definition.placeholderFiles, isOutside)
        || std::ranges::any_of(definition.steps, [&](const TemplateStep &step) {
               const YamlNode *url = relativeUrl(step);
               const QStringList urls
                   = url ? possibleUrls(definition, step, url->text()) : QStringList();
               return std::ranges::any_of(
                   urls, [&](const QString &each) { return isOutside(each.toUtf8()); });
           });
}

} // namespace waymark
