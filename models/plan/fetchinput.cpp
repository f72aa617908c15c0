#include "models/plan/fetchinput.h"

#include "models/base/utf8.h"
#include "models/catalog/fetchplace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("FetchAction", source);
}

constexpr InputKey keys[] = {{u"url", inputs::Text},
                             {u"targetPath", inputs::Text},
                             {u"token", inputs::Text},
                             {u"values", inputs::Mapping},
                             {u"copyWithoutRender", inputs::Texts},
                             {u"copyWithoutTemplating", inputs::Texts},
                             {u"cookiecutterCompat", inputs::Truth},
                             {u"templateFileExtension", inputs::Text | inputs::Truth},
                             {u"replace", inputs::Truth},
                             {u"trimBlocks", inputs::Truth},
                             {u"lstripBlocks", inputs::Truth}};
constexpr qsizetype keysOfPlain = 3; // the first ones

constexpr InputKey keysOfCookiecutter[]
    = {{u"url", inputs::Text},         {u"targetPath", inputs::Text},
       {u"values", inputs::Mapping},   {u"copyWithoutRender", inputs::Texts},
       {u"extensions", inputs::Texts}, {u"imageName", inputs::Text}};

std::span<const InputKey> keysOf(const TemplateStep &step)
{
    if (step.action == u"fetch:cookiecutter")
        return keysOfCookiecutter;
    const std::span<const InputKey> all(keys);
    return step.action == u"fetch:plain" ? all.first(keysOfPlain) : all;
}

bool hasExtension(const ActionInput &input)
{
    return !input.textOf(u"templateFileExtension"_s).isEmpty()
        || input.isOn(u"templateFileExtension"_s);
}

Result<> checkTogether(const ActionInput &input)
{
    if (!hasExtension(input)
        || (!input.of(u"copyWithoutTemplating"_s).isList() && !input.isOn(u"cookiecutterCompat"_s)))
        return {};
    return input.wrong(text("templateFileExtension goes with neither cookiecutterCompat nor "
                            "copyWithoutTemplating."),
                       text("Remove one of them."), u"templateFileExtension");
}

QByteArray extensionOf(const ActionInput &input)
{
    if (input.isOn(u"templateFileExtension"_s))
        return ".njk";
    const QString name = input.textOf(u"templateFileExtension"_s);
    return (name.isEmpty() || name.startsWith(u'.') ? name : u'.' + name).toUtf8();
}

QByteArray shownTarget(const ActionInput &input, const QByteArray &target)
{
    const jinja::Sources sources = input.of(u"targetPath"_s).sources();
    return input.context().mask().masked(QString::fromUtf8(target), sources).toUtf8();
}

FetchInput taken(const ActionInput &input, const QByteArray &source, const QByteArray &target)
{
    FetchInput taken{.source = source,
                     .target = target,
                     .shownTarget = shownTarget(input, target),
                     .values = input.of(u"values"_s),
                     .copied = input.textsOf(u"copyWithoutTemplating"_s),
                     .extension = extensionOf(input),
                     .isCompatible = input.isOn(u"cookiecutterCompat"_s),
                     .trimsBlocks = input.isOn(u"trimBlocks"_s),
                     .stripsBlocks = input.isOn(u"lstripBlocks"_s),
                     .replaces = input.isOn(u"replace"_s),
                     .replacesBecause = input.of(u"replace"_s).allSources().asControl(),
                     .isPlain = input.step().action == u"fetch:plain",
                     .sources = input.of(u"targetPath"_s).allSources()};
    for (const TaggedValue::Entry &entry : input.all().map()) {
        if (entry.key != u"values")
            taken.sources = taken.sources.with(entry.value.allSources().asControl());
    }
    return taken;
}

} // namespace

bool FetchInput::readsLike(const FetchInput &other) const
{
    return source == other.source && copied == other.copied && extension == other.extension
        && isCompatible == other.isCompatible && trimsBlocks == other.trimsBlocks
        && stripsBlocks == other.stripsBlocks && isPlain == other.isPlain;
}

Result<QByteArray> fetchedPlace(const ActionInput &input, const QByteArray &place)
{
    const QString url = input.textOf(u"url"_s);
    if (url.isEmpty())
        return input.wrong(text("The step says not which folder to fetch."),
                           text("Give its input a “url”, such as ./skeleton."), u"url");
    if (isAbsoluteUrl(url))
        return input.wrong(
            text("“%1” is on a server; only folders of the template's own source are fetched.")
                .arg(url),
            text("Put the files into the template's folder and name them by a relative url."),
            u"url");
    if (leadsIntoGit(url, place))
        return input.wrong(
            text("“%1” leads into git's own folder, which is no part of a template.").arg(url),
            text("Name the folder that holds the files to fetch."), u"url");
    const auto path = fetchPlace(url, place);
    if (!path)
        return input.wrong(text("“%1” leads out of the template's source.").arg(url),
                           text("Put the files into the template's folder. Where they are beside "
                                "it, add the folder around both with “waymark source add”."),
                           u"url");
    return *path;
}

std::optional<Problem> missingFolder(const TemplateTree &tree, const QByteArray &source)
{
    if (auto unread = tree.unread(source))
        return unread;
    if (tree.hasFolder(source))
        return std::nullopt;
    // What beside the template an answer leads to is read only where the url says where that is.
    return Problem{.code = u"template.step"_s,
                   .message = text("The template has no folder “%1”.").arg(displayed(source)),
                   .hint = source.startsWith("..")
                       ? text("Correct the url, or add the folder. Let the url begin with it, as "
                              "in “../parts/${{ parameters.kind }}”.")
                       : text("Correct the url, or add the folder.")};
}

Result<FetchInput> readFetchInput(const TemplateStep &step, const TaggedValue &evaluated,
                                  const QByteArray &place, const StepContext &context)
{
    const ActionInput input(step, evaluated, context);
    if (const auto checked = input.check(keysOf(step)); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkTogether(input); !checked)
        return std::unexpected(checked.error());
    const auto source = fetchedPlace(input, place);
    if (!source)
        return std::unexpected(source.error());
    const auto target = input.path(u"targetPath"_s);
    if (!target)
        return std::unexpected(target.error());
    return taken(input, *source, *target);
}

} // namespace waymark
