#pragma once

#include "app/cli/interruption.h"

#include <QIODevice>

namespace waymark::cli {

/// What comes from a descriptor, waited for as long as it takes. Ends where that ends and once one
/// of the signals of stopOnInterruption() came; where it cannot be read, errorString() is the
/// system's reason.
class WaitingInput : public QIODevice
{
public:
    /// `descriptor` stays open, and its owner's.
    explicit WaitingInput(int descriptor);

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    InterruptibleInput m_input;
    bool m_hasEnded = false;
};

} // namespace waymark::cli
