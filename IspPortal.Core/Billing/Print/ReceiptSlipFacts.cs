using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Print;

/// <summary>Everything that a <see cref="ReceiptSlip"/> says.</summary>
public sealed record ReceiptSlipFacts
{
    /// <summary>The company: its name first, then address and telephone, each a line.</summary>
    public required IReadOnlyList<string> Company { get; init; }

    /// <summary>The receipt's number.</summary>
    public required string Number { get; init; }

    /// <summary>When the money was received, in the time of the place.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Who received it.</summary>
    public required string ReceivedBy { get; init; }

    /// <summary>Who paid.</summary>
    public required string Payer { get; init; }

    /// <summary>What was paid, bill by bill.</summary>
    public IReadOnlyList<ReceiptSlipLine> Lines { get; init; } = [];

    /// <summary>What was received.</summary>
    public required Money Total { get; init; }

    /// <summary>How it was paid.</summary>
    public IReadOnlyList<ReceiptSlipLine> Methods { get; init; } = [];

    /// <summary>What the customer has left as credit; zero: nothing is said of it.</summary>
    public Money CreditLeft { get; init; }

    /// <summary>Anything else, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the money went to the customer instead of coming from it.</summary>
    public bool IsRefund { get; init; }

    /// <summary>Whether it was printed before.</summary>
    public bool IsCopy { get; init; }
}
