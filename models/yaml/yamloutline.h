#pragma once

#include "models/yaml/yaml.h"
#include "models/yaml/yamlscanner.h"

namespace waymark {

/// One step through a document: what begins or ends, and which bytes it is. An Empty is a value
/// that is not there, such as that of "a:".
struct YamlStep
{
    enum class Kind : quint8 {
        SequenceStart,
        SequenceEnd,
        MappingStart,
        MappingEnd,
        Alias,
        Scalar,
        Empty
    };

    Kind kind = Kind::Empty;
    YamlNode::Style style = YamlNode::Style::Plain;
    qint16 indent = 0; ///< Of a block scalar's lines.
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// Where one document begins and ends, and the steps through it.
struct YamlOutline
{
    qsizetype begin = 0; ///< The start of the line of its first token.
    qsizetype end = 0;
    QList<YamlStep> steps;
    /// Whether every reader of YAML takes it alike: block and bracket style with plain, quoted and
    /// block scalars of the usual kind; no anchor, alias, tag, directive or “?” key, and nothing
    /// left out between brackets.
    bool isCommon = true;
};

/// Checks the grammar of a YAML text, document by document, by YAML 1.2 with PyYAML's strictness.
/// Throws YamlFault.
class YamlOutliner
{
public:
    YamlOutliner(QByteArrayView text, qsizetype start, const YamlOptions &options);

    /// The next document, or nothing at the end.
    [[nodiscard]] std::optional<YamlOutline> next();

private:
    using Type = YamlToken::Type;
    using Kind = YamlStep::Kind;
    enum class Context : quint8 { Flow, Block, BlockOrItems };

    [[nodiscard]] bool isNext(Type type) { return m_scanner.peek().type == type; }
    [[nodiscard]] bool isNextOneOf(std::initializer_list<Type> types);
    YamlToken take();
    void noteWhatIsRare(const YamlToken &token);
    void add(Kind kind, const YamlToken &token);
    void addEmpty();
    void enter(Kind kind, const YamlToken &token);
    void leave(Kind kind, const YamlToken &token);
    [[noreturn]] void fail(const QString &message, const QString &hint, qsizetype offset) const;
    [[noreturn]] void failUnclosed(const YamlToken &opener);

    void skipDirectives();
    void node(Context context);
    [[nodiscard]] bool properties();
    void nodeOrEmpty(Context context, std::initializer_list<Type> ends);
    void blockSequence();
    void items(); // of a list that is indented no further than its key
    void blockMapping();
    void flowSequence();
    void flowMapping();
    void flowPair(Type end);

    QByteArrayView m_text;
    YamlScanner m_scanner;
    const YamlOptions &m_options;
    QList<YamlStep> m_steps;
    qsizetype m_lastEnd = 0; // of the token before
    int m_depth = 0;
    int m_brackets = 0; // how many are open
    bool m_isCommon = true;
};

} // namespace waymark
