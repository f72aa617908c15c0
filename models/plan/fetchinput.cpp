#include "models/plan/fetchinput.h"

#include "models/base/closest.h"
#include "models/catalog/fetchplace.h"

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

/// What an entry may be.
enum Kind : quint8 { Text = 1, Truth = 2, Texts = 4, Mapping = 8 };

struct Key
{
    QStringView name;
    int kinds;
    bool isOfPlainToo = false;
};

constexpr Key keys[] = {{u"url", Text, true},
                        {u"targetPath", Text, true},
                        {u"token", Text, true},
                        {u"values", Mapping},
                        {u"copyWithoutRender", Texts},
                        {u"copyWithoutTemplating", Texts},
                        {u"cookiecutterCompat", Truth},
                        {u"templateFileExtension", Text | Truth},
                        {u"replace", Truth},
                        {u"trimBlocks", Truth},
                        {u"lstripBlocks", Truth}};

bool isOf(const TaggedValue &value, int kinds)
{
    const auto isText = [](const TaggedValue &item) { return item.scalar().toText() != nullptr; };
    if (value.isList())
        return (kinds & Texts) != 0 && std::ranges::all_of(value.list(), isText);
    if (value.isMap())
        return (kinds & Mapping) != 0;
    return ((kinds & Text) != 0 && isText(value))
        || ((kinds & Truth) != 0 && value.scalar().toBool() != nullptr);
}

QString wanted(int kinds)
{
    if (kinds == Texts)
        return text("a list of texts");
    if (kinds == Mapping)
        return text("a map");
    if (kinds == Truth)
        return text("true or false");
    return kinds == Text ? text("text") : text("text, or true or false");
}

/// `path` without "." and ".." inside; nothing where it leads out of where it starts.
std::optional<QByteArray> confined(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    const QByteArray clean = QDir::cleanPath(path).toUtf8();
    if (clean == ".." || clean.startsWith("../") || clean.startsWith('/'))
        return std::nullopt;
    return clean == "." ? QByteArray() : clean;
}

class Reader
{
public:
    Reader(const TemplateStep &step, const TaggedValue &input, const QByteArray &place,
           const StepContext &context)
        : m_step(step)
        , m_input(input)
        , m_place(place)
        , m_context(context)
        , m_isPlain(step.action == u"fetch:plain")
    {
    }

    Result<FetchInput> run() const
    {
        for (const auto &check : {&Reader::checkEntries, &Reader::checkTogether}) {
            if (const auto checked = (this->*check)(); !checked)
                return std::unexpected(checked.error());
        }
        const auto source = sourceFolder();
        if (!source)
            return std::unexpected(source.error());
        const QString targetPath = textOf(u"targetPath"_s);
        const auto target = confined(targetPath);
        if (!target)
            return wrong(text("“%1” leads out of the service's folder.").arg(targetPath),
                         text("Give a path below it, such as ./deploy."), u"targetPath");
        return taken(*source, *target);
    }

private:
    [[nodiscard]] TaggedValue of(const QString &key) const
    {
        const TaggedValue *found = m_input.find(key);
        return found ? *found : TaggedValue::undefined();
    }
    [[nodiscard]] QString textOf(const QString &key) const { return of(key).scalar().textOr(); }
    [[nodiscard]] bool isOn(const QString &key) const
    {
        const Value value = of(key).scalar();
        return value.toBool() && *value.toBool();
    }
    [[nodiscard]] QStringList textsOf(const QString &key) const
    {
        const TaggedValue value = of(key);
        QStringList texts;
        for (const TaggedValue &item : value.list())
            texts += item.scalar().textOr();
        return texts;
    }

    [[nodiscard]] std::unexpected<Error> wrong(const QString &message, const QString &hint,
                                               QStringView key) const
    {
        const YamlNode *node = m_step.input.find(key);
        return std::unexpected(
            Error{m_context.placed({.code = u"template.step"_s, .message = message, .hint = hint},
                                   node ? *node : m_step.node)});
    }

    [[nodiscard]] Result<> checkEntries() const
    {
        for (const TaggedValue::Entry &entry : m_input.map()) {
            if (entry.value.isUndefined())
                continue;
            const auto key = std::ranges::find(
                keys, entry.key, [](const Key &each) { return each.name.toString(); });
            if (key == std::end(keys) || (m_isPlain && !key->isOfPlainToo))
                return unknown(entry.key);
            if (!isOf(entry.value, key->kinds))
                return wrong(text("“%1” has to be %2.").arg(entry.key, wanted(key->kinds)),
                             text("Correct the input of the step “%1”.").arg(m_step.name),
                             entry.key);
        }
        return {};
    }

    [[nodiscard]] std::unexpected<Error> unknown(const QString &key) const
    {
        QStringList known;
        for (const Key &each : keys) {
            if (!m_isPlain || each.isOfPlainToo)
                known += each.name.toString();
        }
        const QString meant = didYouMean(key, known);
        return wrong(text("“%1” takes no “%2”.").arg(m_step.action, key),
                     meant.isEmpty() ? text("It takes: %1.").arg(known.join(u", ")) : meant, key);
    }

    [[nodiscard]] Result<> checkTogether() const
    {
        const bool isCopying = of(u"copyWithoutTemplating"_s).isList();
        const bool isCopyingNames = of(u"copyWithoutRender"_s).isList();
        if (isCopying && isCopyingNames)
            return wrong(
                text("The step gives both copyWithoutTemplating and copyWithoutRender."),
                text("Keep copyWithoutTemplating: it renders names of files, the other does not."),
                u"copyWithoutRender");
        const bool hasExtension
            = !textOf(u"templateFileExtension"_s).isEmpty() || isOn(u"templateFileExtension"_s);
        if (hasExtension && (isCopying || isCopyingNames || isOn(u"cookiecutterCompat"_s)))
            return wrong(text("templateFileExtension goes with neither cookiecutterCompat nor "
                              "copyWithoutTemplating."),
                         text("Remove one of them."), u"templateFileExtension");
        return {};
    }

    [[nodiscard]] Result<QByteArray> sourceFolder() const
    {
        const QString url = textOf(u"url"_s);
        if (url.isEmpty())
            return wrong(text("The step says not which folder to fetch."),
                         text("Give its input a “url”, such as ./skeleton."), u"url");
        if (isAbsoluteUrl(url))
            return wrong(
                text("“%1” is on a server; only folders of the template's own source are fetched.")
                    .arg(url),
                text("Put the files into the template's folder and name them by a relative url."),
                u"url");
        if (leadsIntoGit(url, m_place))
            return wrong(
                text("“%1” leads into git's own folder, which is no part of a template.").arg(url),
                text("Name the folder that holds the files to fetch."), u"url");
        const auto path = fetchPlace(url, m_place);
        if (!path)
            return wrong(text("“%1” leads out of the template's source.").arg(url),
                         text("Put the files into the template's folder. Where they are beside it, "
                              "add the folder around both with “waymark source add”."),
                         u"url");
        return *path;
    }

    [[nodiscard]] QByteArray shownTarget(const QByteArray &target) const
    {
        return m_context.mask()
            .masked(QString::fromUtf8(target), of(u"targetPath"_s).sources())
            .toUtf8();
    }

    [[nodiscard]] FetchInput taken(const QByteArray &source, const QByteArray &target) const
    {
        const QStringList withNames = textsOf(u"copyWithoutRender"_s);
        FetchInput input{.source = source,
                         .target = target,
                         .shownTarget = shownTarget(target),
                         .values = of(u"values"_s),
                         .copied = textsOf(u"copyWithoutTemplating"_s) + withNames,
                         .rendersCopiedNames = withNames.isEmpty(),
                         .extension = {},
                         .isCompatible = isOn(u"cookiecutterCompat"_s),
                         .trimsBlocks = isOn(u"trimBlocks"_s),
                         .stripsBlocks = isOn(u"lstripBlocks"_s),
                         .replaces = isOn(u"replace"_s),
                         .replacesBecause = of(u"replace"_s).allSources().asControl(),
                         .isPlain = m_isPlain,
                         .sources = of(u"targetPath"_s).allSources()};
        for (const TaggedValue::Entry &entry : m_input.map()) {
            if (entry.key != u"values")
                input.sources = input.sources.with(entry.value.allSources().asControl());
        }
        if (isOn(u"templateFileExtension"_s))
            input.extension = ".njk";
        else if (const QString name = textOf(u"templateFileExtension"_s); !name.isEmpty())
            input.extension = (name.startsWith(u'.') ? name : u'.' + name).toUtf8();
        return input;
    }

    const TemplateStep &m_step;
    const TaggedValue &m_input;
    const QByteArray &m_place;
    const StepContext &m_context;
    const bool m_isPlain;
};

} // namespace

bool FetchInput::readsLike(const FetchInput &other) const
{
    return source == other.source && copied == other.copied
        && rendersCopiedNames == other.rendersCopiedNames && extension == other.extension
        && isCompatible == other.isCompatible && trimsBlocks == other.trimsBlocks
        && stripsBlocks == other.stripsBlocks && isPlain == other.isPlain;
}

Result<FetchInput> readFetchInput(const TemplateStep &step, const TaggedValue &input,
                                  const QByteArray &place, const StepContext &context)
{
    return Reader(step, input, place, context).run();
}

} // namespace waymark
