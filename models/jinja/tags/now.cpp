#include "models/jinja/callnodes.h"
#include "models/jinja/extensions/strftime.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/outputnodes.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

#include <QTimeZone>

#include <cmath>

namespace waymark::jinja {
namespace {

/// The render's time in the zone of that name, as arrow knows it.
QDateTime timeIn(Interpreter &interpreter, const QString &zone)
{
    QDateTime now = interpreter.now();
    if (zone.compare(u"local", Qt::CaseInsensitive) == 0)
        return now;
    if (zone.compare(u"utc", Qt::CaseInsensitive) == 0 || zone == u"Z")
        return now.toUTC();
    const QTimeZone named(zone.toUtf8());
    if (!named.isValid()) {
        interpreter.fail(FailureKind::Value,
                         QStringLiteral("Could not parse timezone expression %1.")
                             .arg(interpreter.repr(Value(zone))));
    }
    return now.toTimeZone(named);
}

/// `time` and "hours=2, days=1" of it.
QDateTime shifted(Interpreter &interpreter, QDateTime time, const QString &offset, int sign)
{
    for (const QString &part : offset.split(u',')) {
        const qsizetype equals = part.indexOf(u'=');
        bool isNumber = false;
        const double amount = part.sliced(equals + 1).trimmed().toDouble(&isNumber) * sign;
        const QString unit = part.first(std::max<qsizetype>(equals, 0)).trimmed();
        static constexpr std::pair<QStringView, qint64> units[] = {
            {u"weeks", 604800}, {u"days", 86400}, {u"hours", 3600},
            {u"minutes", 60},   {u"seconds", 1},
        };
        const auto known
            = std::ranges::find(units, QStringView(unit), &std::pair<QStringView, qint64>::first);
        if (equals < 0 || !isNumber) {
            interpreter.fail(FailureKind::Value,
                             QStringLiteral("not enough values to unpack (expected 2, got 1)"));
        }
        if (known != std::end(units))
            time = time.addMSecs(std::llround(amount * 1000 * static_cast<double>(known->second)));
        else if (unit == u"months")
            time = time.addMonths(static_cast<int>(amount));
        else if (unit == u"years")
            time = time.addYears(static_cast<int>(amount));
        else
            interpreter.fail(FailureKind::Value,
                             QStringLiteral("Invalid shift time frame: %1").arg(unit));
    }
    return time;
}

/// now: the time in a zone, shifted and formatted.
class NowNode final : public ExpressionNode
{
public:
    NowNode(qsizetype offset, ExpressionPtr zone, ExpressionPtr shift, int sign,
            ExpressionPtr format)
        : ExpressionNode(offset)
        , m_zone(std::move(zone))
        , m_shift(std::move(shift))
        , m_sign(sign)
        , m_format(std::move(format))
    {
    }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override
    {
        const Value zone = m_zone->evaluate(interpreter);
        const Value shift = m_shift ? m_shift->evaluate(interpreter) : Value::none();
        const Value format = m_format ? m_format->evaluate(interpreter) : Value::none();
        interpreter.at(offset());
        QDateTime time = timeIn(interpreter, interpreter.text(zone));
        if (m_shift)
            time = shifted(interpreter, time, interpreter.text(shift), m_sign);
        const QString text = strftime(
            time, format.isNone() ? QStringLiteral("%Y-%m-%d") : interpreter.text(format));
        Tags tags = interpreter.tagTable().united(interpreter.deepTags(zone),
                                                  interpreter.deepTags(shift));
        tags = interpreter.tagTable().united(tags, interpreter.deepTags(format));
        return interpreter.tagged(Value(text), tags);
    }
    void bind(Binder &binder) override
    {
        for (const ExpressionPtr *part : {&m_zone, &m_shift, &m_format}) {
            if (*part)
                (*part)->bind(binder);
        }
    }
    void eachChild(const NodeVisitor &visit) const override
    {
        for (const ExpressionPtr *part : {&m_zone, &m_shift, &m_format}) {
            if (*part)
                visit(**part);
        }
    }

private:
    ExpressionPtr m_zone;
    ExpressionPtr m_shift; ///< May be null.
    int m_sign;
    ExpressionPtr m_format; ///< May be null: the date.
};

} // namespace

StatementPtr parseNow(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    ExpressionPtr zone = parser.parseExpression();
    ExpressionPtr shift;
    ExpressionPtr format;
    int sign = 1;
    if (parser.skipIf(TokenType::Comma))
        format = parser.parseExpression();
    if (auto *sum = dynamic_cast<BinaryNode *>(zone.get());
        sum && (sum->op() == BinaryOperator::Add || sum->op() == BinaryOperator::Subtract)) {
        sign = sum->op() == BinaryOperator::Add ? 1 : -1;
        shift = sum->takeRight();
        ExpressionPtr left = sum->takeLeft();
        zone = std::move(left);
    }
    return std::make_unique<OutputNode>(offset,
                                        std::make_unique<NowNode>(offset, std::move(zone),
                                                                  std::move(shift), sign,
                                                                  std::move(format)));
}

} // namespace waymark::jinja
