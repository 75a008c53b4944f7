using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Opening;

/// <summary>What a row was judged to be.</summary>
/// <param name="Draft">The row.</param>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Problems">What is wrong with it, by field.</param>
public sealed record OpeningFinding(OpeningDraft Draft, OpeningVerdict Verdict, IReadOnlyList<FieldError> Problems)
{
    /// <summary>Whose it is, or null.</summary>
    public OpeningAccount? Account { get; init; }

    /// <summary>The line that it is about, or null.</summary>
    public OpeningSubscription? Line { get; init; }

    /// <summary>Names what it brings along: nothing is brought along twice. Empty when it could not be made out.</summary>
    public string Key { get; init; } = "";

    /// <summary>What it says under that key: the same again is known, something else is a problem.</summary>
    public string Says { get; init; } = "";

    /// <summary>The last day of the line that is not billed again; null: none.</summary>
    public DateOnly? BilledUntilOn { get; init; }

    /// <summary>The place of cash as the settings write it, or the name of the series.</summary>
    public string? Place { get; init; }
}
