#include "models/yaml/yamlevents.h"

#include "models/base/closest.h"
#include "models/yaml/yamlscalartext.h"
#include "models/yaml/yamltree.h"
#include "models/yaml/yamltypes.h"

#include <QCoreApplication>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <ranges>
#include <streambuf>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

[[noreturn]] void failAsAmbiguous(qsizetype offset)
{
    throw YamlFault{offset, u"yaml.ambiguous"_s, tr("This can be read in more than one way."),
                    tr("Put texts in quotes, and each key and each item on a line of its own.")};
}

QString shortened(const QString &name)
{
    constexpr qsizetype longest = 60;
    return name.size() <= longest ? name : name.first(longest) + u'…';
}

/// Whether both hold the same, blanks and line ends apart.
bool isSameButForBlanks(QByteArrayView a, QByteArrayView b)
{
    const auto isInk = [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; };
    return std::ranges::equal(a | std::views::filter(isInk), b | std::views::filter(isInk));
}

/// Gives yaml-cpp a document piece by piece, so that reading can be stopped within a long scalar.
/// The end mark behind it keeps yaml-cpp from losing a tag at the end of the text.
class StoppableBuffer : public std::streambuf
{
public:
    StoppableBuffer(QByteArrayView text, const YamlOutline &outline, const std::stop_token &stop)
        : m_rest(text)
        , m_outline(outline)
        , m_stop(stop)
    {
    }

protected:
    int_type underflow() override
    {
        if (m_stop.stop_requested())
            failAsStopped(m_outline.begin);
        // yaml-cpp puts the first characters back, so the first piece holds the end mark if it can.
        qsizetype length = 0;
        for (QByteArrayView *part : {&m_rest, &m_endMark}) {
            const qsizetype taken = std::min<qsizetype>(part->size(), pieceSize - length);
            std::ranges::copy(part->first(taken), m_piece.begin() + length);
            *part = part->sliced(taken);
            length += taken;
        }
        if (length == 0)
            return traits_type::eof();
        setg(m_piece.data(), m_piece.data(), m_piece.data() + length);
        return traits_type::to_int_type(m_piece.front());
    }

private:
    static constexpr qsizetype pieceSize = 16384;
    QByteArrayView m_rest;
    QByteArrayView m_endMark = "\n...\n";
    const YamlOutline &m_outline;
    const std::stop_token &m_stop;
    std::array<char, pieceSize> m_piece = {};
};

/// Hands yaml-cpp's events to a tree, as long as they are what the outline says.
class EventChecker : public YAML::EventHandler
{
public:
    EventChecker(const YamlOutline &outline, YamlReading &reading)
        : m_outline(outline)
        , m_reading(reading)
        , m_tree(reading)
    {
    }

    [[nodiscard]] const YamlNode &root() const { return m_tree.root(); }
    [[nodiscard]] bool isComplete() const { return m_next == m_outline.steps.size(); }
    [[nodiscard]] const QStringList &anchors() const { return m_anchors; }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnSequenceEnd() override { close(Kind::SequenceEnd); }
    void OnMapEnd() override { close(Kind::MappingEnd); }
    void OnAnchor(const YAML::Mark &, const std::string &name) override
    {
        m_anchors.append(QString::fromStdString(name));
    }
    void OnSequenceStart(const YAML::Mark &, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(Kind::SequenceStart, tag, anchor);
    }
    void OnMapStart(const YAML::Mark &, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(Kind::MappingStart, tag, anchor);
    }
    void OnAlias(const YAML::Mark &, YAML::anchor_t anchor) override
    {
        m_tree.addAlias(step({Kind::Alias}), anchor);
    }
    void OnNull(const YAML::Mark &, YAML::anchor_t anchor) override
    {
        const YamlStep &here = step({Kind::Empty, Kind::Scalar});
        const QString text = textOf(sourceOf(here));
        if (!typedScalar(text, m_reading.options().schema).value.isNull())
            failAsAmbiguous(here.begin);
        setAnchor(anchor);
        m_tree.addScalar(here, text, u"?"_s);
    }
    void OnScalar(const YAML::Mark &, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;

private:
    using Kind = YamlStep::Kind;

    const YamlStep &step(std::initializer_list<Kind> kinds)
    {
        if (m_reading.options().stop.stop_requested())
            failAsStopped(m_outline.begin);
        if (isComplete())
            failAsAmbiguous(m_outline.begin);
        const YamlStep &next = m_outline.steps.at(m_next++);
        if (std::ranges::find(kinds, next.kind) == kinds.end())
            failAsAmbiguous(next.begin);
        return next;
    }
    [[nodiscard]] QByteArrayView sourceOf(const YamlStep &step) const
    {
        return QByteArrayView(m_reading.source()->bytes())
            .sliced(step.begin, step.end - step.begin);
    }
    void setAnchor(YAML::anchor_t anchor)
    {
        if (anchor != YAML::NullAnchor)
            m_tree.setAnchor(anchor, m_anchors.last());
    }
    void open(Kind kind, const std::string &tag, YAML::anchor_t anchor)
    {
        const YamlStep &here = step({kind});
        setAnchor(anchor);
        m_tree.open(here, QString::fromStdString(tag));
    }
    void close(Kind kind)
    {
        step({kind});
        m_tree.close();
    }

    const YamlOutline &m_outline;
    YamlReading &m_reading;
    YamlTree m_tree;
    qsizetype m_next = 0;
    QStringList m_anchors;
};

void EventChecker::OnScalar(const YAML::Mark &, const std::string &tag, YAML::anchor_t anchor,
                            const std::string &value)
{
    const YamlStep &here = step({Kind::Empty, Kind::Scalar});
    const QByteArrayView source = sourceOf(here);
    const bool isPlain = here.style == YamlNode::Style::Plain;
    if (isPlain && !isSameButForBlanks(source, value))
        failAsAmbiguous(here.begin);
    setAnchor(anchor);
    // yaml-cpp folds and chomps some blocks wrongly, and knows not all escapes.
    m_tree.addScalar(here, isPlain ? textOf(value) : scalarText(here, source),
                     QString::fromStdString(tag));
}

/// yaml-cpp's own error, for what the outline found nothing wrong with.
YamlFault faultOf(const YAML::ParserException &error, const YamlOutline &outline,
                  const QStringList &anchors)
{
    const qsizetype offset
        = outline.begin + std::clamp<qsizetype>(error.mark.pos, 0, outline.end - outline.begin);
    const QString message = QString::fromStdString(error.msg);
    const QString alias = QString::fromLatin1(YAML::ErrorMsg::UNKNOWN_ANCHOR);
    if (!message.startsWith(alias)) {
        return {offset, u"yaml.syntax"_s, tr("This cannot be read as YAML (%1).").arg(message),
                tr("Put texts in quotes, and each key and each item on a line of its own.")};
    }
    const QString name = message.sliced(alias.size());
    QString hint = didYouMean(shortened(name), anchors);
    if (hint.isEmpty()) {
        hint = tr("Write &%1 before the value that is meant, earlier in this document; or put the "
                  "text in quotes.")
                   .arg(shortened(name));
    }
    return {offset, u"yaml.alias"_s, tr("The alias *%1 names nothing.").arg(shortened(name)), hint};
}

} // namespace

YamlNode treeOfEvents(const YamlOutline &outline, YamlReading &reading)
{
    const QByteArrayView text = QByteArrayView(reading.source()->bytes())
                                    .sliced(outline.begin, outline.end - outline.begin);
    StoppableBuffer buffer(text, outline, reading.options().stop);
    std::istream stream(&buffer);
    EventChecker checker(outline, reading);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(checker)) { }
    } catch (const YAML::ParserException &error) {
        throw faultOf(error, outline, checker.anchors());
    }
    if (!checker.isComplete())
        failAsAmbiguous(outline.begin);
    return checker.root();
}

} // namespace waymark
