using System.Globalization;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Opening;

/// <summary>Judges the rows of a file by what the portal has and by each other. Pure: the dry run and the booking ask the same.</summary>
public sealed class OpeningJudge
{
    /// <summary>How many years a day may lie ahead of the cutover.</summary>
    public const int FarthestYears = 3;

    private readonly OpeningWorld _world;
    private readonly OpeningSubjects _subjects;
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>Over what the portal has.</summary>
    public OpeningJudge(OpeningWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        (_world, _subjects) = (world, new OpeningSubjects(world));
    }

    /// <summary>The verdict on each row, in the order of the file.</summary>
    public IReadOnlyList<OpeningFinding> Judge(IReadOnlyList<OpeningDraft> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        _rows.Clear();
        var found = drafts.Select(JudgeOne).ToList();
        return OpeningNumbers.Check(_world, found);
    }

    private OpeningFinding JudgeOne(OpeningDraft draft)
    {
        if (draft.Kind is not { } kind)
        {
            return new(draft, OpeningVerdict.Wrong, draft.Problems);
        }

        var problems = draft.Problems.ToList();
        var account = kind is OpeningKind.CollectorCash or OpeningKind.NextNumber ? null : _subjects.AccountOf(draft, problems);
        var needsLine = kind is OpeningKind.PaidUntil or OpeningKind.Deposit || (kind == OpeningKind.Invoice && (draft.Line ?? (object?)draft.FromOn ?? draft.ToOn) is not null);
        var line = account is not null && needsLine ? _subjects.LineOf(draft, account, problems) : null;
        var place = PlaceOf(draft, problems);
        CheckDays(draft, line, problems);
        var finding = new OpeningFinding(draft, OpeningVerdict.Ready, problems)
        {
            Account = account,
            Line = line,
            Place = place,
            BilledUntilOn = line is null ? null : kind == OpeningKind.PaidUntil ? draft.PaidUntilOn : draft.ToOn,
        };
        if (problems.Count > 0 || KeyOf(finding) is not { } key)
        {
            return finding with { Verdict = OpeningVerdict.Wrong };
        }

        return Compare(finding with { Key = key, Says = SaysOf(finding) }, problems);
    }

    // Brought along before, in this file or by an earlier one, or made by the portal itself.
    private OpeningFinding Compare(OpeningFinding finding, List<FieldError> problems)
    {
        var (draft, main) = (finding.Draft, MainFieldOf(finding.Draft.Kind!.Value));
        if (_world.Booked.TryGetValue(finding.Key, out var said))
        {
            if (said == finding.Says)
            {
                return finding with { Verdict = OpeningVerdict.Known };
            }

            problems.Add(Wrong(main, OpeningErrors.BookedOtherwise));
        }
        else if (!_rows.TryAdd(finding.Key, draft.Row))
        {
            problems.Add(Wrong(main, OpeningErrors.Repeated, _rows[finding.Key]));
        }
        else if (draft.Kind == OpeningKind.Invoice && _world.NumbersInUse.Contains(draft.Number!))
        {
            problems.Add(Wrong(OpeningField.Number, OpeningErrors.NumberInUse));
        }
        else if (draft.Kind == OpeningKind.Deposit && _world.BilledDeposits.Contains(finding.Line!.Id))
        {
            problems.Add(Wrong(OpeningField.Line, OpeningErrors.DepositBilled));
        }
        else if (finding.BilledUntilOn is { } until && _world.FirstBilledOn.TryGetValue(finding.Line!.Id, out var first) && first <= until)
        {
            problems.Add(Wrong(draft.Kind == OpeningKind.PaidUntil ? OpeningField.PaidUntilOn : OpeningField.ToOn, OpeningErrors.LineBilled));
        }

        return problems.Count == 0 ? finding : finding with { Verdict = OpeningVerdict.Wrong };
    }

    private void CheckDays(OpeningDraft draft, OpeningSubscription? line, List<FieldError> problems)
    {
        var farthest = _world.CutoverOn.AddYears(FarthestYears);
        if (draft.IssuedOn > _world.CutoverOn)
        {
            problems.Add(Wrong(OpeningField.IssuedOn, OpeningErrors.AfterCutover));
        }

        if (draft.DueOn < draft.IssuedOn)
        {
            problems.Add(Wrong(OpeningField.DueOn, OpeningErrors.DaysReversed));
        }

        if (draft.Kind == OpeningKind.Invoice && draft.FromOn is null != draft.ToOn is null)
        {
            problems.Add(Wrong(draft.FromOn is null ? OpeningField.FromOn : OpeningField.ToOn, "common.required"));
        }
        else if (draft.ToOn < draft.FromOn)
        {
            problems.Add(Wrong(OpeningField.ToOn, OpeningErrors.DaysReversed));
        }

        if (line is not null && draft.PaidUntilOn < line.StartsOn.AddDays(-1))
        {
            problems.Add(Wrong(OpeningField.PaidUntilOn, OpeningErrors.BeforeStart));
        }

        foreach (var (field, day) in new[] { (OpeningField.DueOn, draft.DueOn), (OpeningField.ToOn, draft.ToOn), (OpeningField.PaidUntilOn, draft.PaidUntilOn) })
        {
            if (day > farthest)
            {
                problems.Add(Wrong(field, OpeningErrors.TooFar));
            }
        }
    }

    private string? PlaceOf(OpeningDraft draft, List<FieldError> problems)
    {
        if (draft is { Kind: OpeningKind.CollectorCash, Place: { } place })
        {
            var known = _world.Places.FirstOrDefault(name => string.Equals(name, place, StringComparison.OrdinalIgnoreCase));
            if (known is null)
            {
                problems.Add(Wrong(OpeningField.Place, OpeningErrors.UnknownPlace));
            }

            return known;
        }

        if (draft is { Kind: OpeningKind.NextNumber, Series: { } series })
        {
            var name = OpeningNumbers.SeriesOf(series, _world);
            if (name is null)
            {
                problems.Add(Wrong(OpeningField.Series, OpeningErrors.UnknownSeries));
            }

            return name;
        }

        return null;
    }

    private static string? KeyOf(OpeningFinding finding) => finding.Draft.Kind switch
    {
        OpeningKind.Invoice => $"invoice:{finding.Draft.Number}",
        OpeningKind.PaidUntil when finding.Line is { } line => $"paid-until:{line.Id:N}",
        OpeningKind.Deposit when finding.Line is { } line => $"deposit:{line.Id:N}",
        OpeningKind.Credit when finding.Account is { } account => $"credit:{account.Id:N}",
        OpeningKind.CollectorCash when finding.Place is { } place => $"cash:{place}",
        OpeningKind.NextNumber when finding.Place is { } series => $"next:{series}",
        _ => null,
    };

    private static string SaysOf(OpeningFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Account?.Id:N}/{finding.Draft.Amount.Minor}/{finding.Draft.IssuedOn:yyyyMMdd}/{finding.Draft.DueOn:yyyyMMdd}/{finding.Draft.PaidUntilOn:yyyyMMdd}/{finding.Draft.Next}");

    private static OpeningField MainFieldOf(OpeningKind kind) => kind switch
    {
        OpeningKind.Invoice => OpeningField.Number,
        OpeningKind.PaidUntil or OpeningKind.Deposit => OpeningField.Line,
        OpeningKind.Credit => OpeningField.Customer,
        OpeningKind.CollectorCash => OpeningField.Place,
        _ => OpeningField.Series,
    };

    internal static FieldError Wrong(OpeningField field, string code, params IReadOnlyList<object?> arguments) => new(OpeningRowReader.NameOf(field), code, arguments);
}
