using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Settings;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>What happens when bills are not paid; a page of the settings. Days are counted from the due day of a bill.</summary>
public sealed record DunningSettings
{
    /// <summary>Whether customers are reminded at all.</summary>
    public bool SendsReminders { get; init; } = true;

    /// <summary>How many days before the due day customers are reminded, e.g. <c>3, 1</c>; 1–60 each.</summary>
    public string RemindBeforeDays { get; init; } = "3, 1";

    /// <summary>Whether they are reminded on the due day.</summary>
    public bool RemindsOnDueDay { get; init; } = true;

    /// <summary>How many days after it they are reminded, e.g. <c>1, 3</c>; 1–365 each.</summary>
    public string RemindAfterDays { get; init; } = "1, 3";

    /// <summary>From which day after it on they are warned of isolir, 1–365.</summary>
    public int WarnAfterDays { get; init; } = 4;

    /// <summary>From which day after it on lines are isolated, 1–365.</summary>
    public int IsolirAfterDays { get; init; } = 5;

    /// <summary>The hour of the business zone from which on lines are isolated, 0–23.</summary>
    public int IsolirHour { get; init; } = 9;

    /// <summary>The time from which on nobody is isolated any more that day, as <c>HH:MM</c>; empty: until midnight.</summary>
    public string NoIsolirAfter { get; init; } = "17:00";

    /// <summary>Days on which nobody is isolated, e.g. <c>2026-12-25, 2027-01-01</c>.</summary>
    public string Holidays { get; init; } = "";

    /// <summary>From which day after it on lines are to be ended, 0–3,650; 0: never.</summary>
    public int TerminateAfterDays { get; init; } = 60;

    /// <summary>What may be owed without isolir, in rupiah, 0–1,000,000.</summary>
    public long Tolerance { get; init; } = 1_000;

    /// <summary>Whether an isolir run is prepared every day at the hour of isolir, for a person to let run.</summary>
    public bool PreparesRuns { get; init; }

    /// <summary>Whether such a run goes by itself when it is within its limits.</summary>
    public bool ApprovesRuns { get; init; }

    /// <summary>A run with more than this share of all accounts waits for an administrator, 1–100 %.</summary>
    public int RunSharePercent { get; init; } = 25;

    /// <summary>A run that differs by more than this from the same day of the last three months waits for an administrator, 1–1,000 %.</summary>
    public int RunUsualPercent { get; init; } = 50;

    /// <summary>What coming back from isolir costs, in rupiah, once per isolir; 0: nothing.</summary>
    public long ReconnectFee { get; init; }

    /// <summary>How far away the last day of a promise may be, 1–365 days.</summary>
    public int PromiseMostDays { get; init; } = 14;

    /// <summary>How many promises one account may make within the days below, 1–100.</summary>
    public int MostPromises { get; init; } = 2;

    /// <summary>Within how many days they are counted, 1–3,650.</summary>
    public int PromisesWithinDays { get; init; } = 90;

    /// <summary>What is charged for paying late: <c>none</c>, <c>fixed</c>, <c>percent</c>, or <c>steps</c> by day.</summary>
    [OneOf("none", "fixed", "percent", "steps")]
    public string LateFee { get; init; } = "none";

    /// <summary>How many days after the due day nothing is charged yet, 0–365.</summary>
    public int LateFeeGraceDays { get; init; }

    /// <summary>The fee with <c>fixed</c>, in rupiah; with <c>percent</c> the least.</summary>
    public long LateFeeAmount { get; init; }

    /// <summary>The share of what is open with <c>percent</c>, 0–100.</summary>
    public int LateFeePercent { get; init; }

    /// <summary>With <c>steps</c>: day, percent and least amount of each, e.g. <c>1:5:5000, next-month:10:10000</c>. Each step is the whole fee from its day on.</summary>
    public string LateFeeSteps { get; init; } = "";

    /// <summary>The most that is charged on one bill, in rupiah; 0: no such limit.</summary>
    public long LateFeeCap { get; init; }

    /// <summary>The tax of late and reconnect fees: <c>none</c> or <c>ppn</c>.</summary>
    [OneOf("none", "ppn")]
    public string FeeTax { get; init; } = "none";

    /// <summary>What they say to the rule.</summary>
    public DunningPolicy Policy => new()
    {
        Steps = Steps(),
        WarnAfterDays = WarnAfterDays,
        IsolirAfterDays = IsolirAfterDays,
        TerminateAfterDays = TerminateAfterDays,
        Tolerance = Money.Idr(Tolerance),
        IsolirFrom = new TimeOnly(Math.Clamp(IsolirHour, 0, 23), 0),
        IsolirUntil = UntilOf(NoIsolirAfter) ?? TimeOnly.MaxValue,
        Holidays = HolidaysOf(Holidays)?.ToHashSet() ?? [],
        LateFee = new LateFeePolicy { Steps = FeeSteps(), Cap = LateFeeCap == 0 ? null : Money.Idr(LateFeeCap), GraceDays = LateFeeGraceDays },
    };

    /// <summary>The tax code of fees; empty: none.</summary>
    public string FeeTaxCode => FeeTax == "none" ? "" : FeeTax;

    /// <summary>Numbers of days between commas; null: something else.</summary>
    internal static IReadOnlyList<int>? DaysOf(string? text, int most) =>
        Parts(text).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day >= 1 && day <= most ? day : 0).ToList() is var days && days.Contains(0) ? null : [.. days.Distinct()];

    /// <summary>Days between commas; null: something else.</summary>
    internal static IReadOnlyList<DateOnly>? HolidaysOf(string? text)
    {
        var days = Parts(text).Select(part => DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue).ToList();
        return days.Contains(DateOnly.MinValue) ? null : days;
    }

    /// <summary>A time of day; null: empty or something else.</summary>
    internal static TimeOnly? UntilOf(string? text) => TimeOnly.TryParseExact(text?.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Steps of a fee between commas; null: something else.</summary>
    internal static IReadOnlyList<LateFeeStep>? FeeStepsOf(string? text)
    {
        var steps = new List<LateFeeStep>();
        foreach (var fields in Parts(text).Select(part => part.Split(':', StringSplitOptions.TrimEntries)))
        {
            int day = 0, least = 0;
            if (fields.Length != 3
                || (fields[0] != "next-month" && (!int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out day) || day is < 1 or > 3_650))
                || !decimal.TryParse(fields[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent > 100
                || !int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out least))
            {
                return null;
            }

            steps.Add(new LateFeeStep(fields[0] == "next-month" ? null : day, (int)(percent * 100), Money.Idr(least)));
        }

        return steps;
    }

    private static string[] Parts(string? text) => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private List<DunningStep> Steps()
    {
        if (!SendsReminders)
        {
            return [];
        }

        var steps = (DaysOf(RemindBeforeDays, 60) ?? []).Select(day => new DunningStep(DunningStepKind.Before, -day))
            .Concat(RemindsOnDueDay ? [new DunningStep(DunningStepKind.Due, 0)] : [])
            .Append(new DunningStep(DunningStepKind.Warn, WarnAfterDays))
            .Concat((DaysOf(RemindAfterDays, 365) ?? []).Select(day => new DunningStep(DunningStepKind.After, day)));
        // Warned on a day with a reminder: the warning is the one that counts.
        return [.. steps.DistinctBy(step => step.Offset).OrderBy(step => step.Offset)];
    }

    private IReadOnlyList<LateFeeStep> FeeSteps() => LateFee switch
    {
        "fixed" => [new LateFeeStep(LateFeeGraceDays + 1, 0, Money.Idr(LateFeeAmount))],
        "percent" => [new LateFeeStep(LateFeeGraceDays + 1, LateFeePercent * 100, Money.Idr(LateFeeAmount))],
        "steps" => FeeStepsOf(LateFeeSteps) ?? [],
        _ => [],
    };
}
