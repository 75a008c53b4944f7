namespace IspPortal.Core.Alerts.OnCall;

/// <summary>
/// Whose turn it is. Turns begin at the same time of day by the clock on the wall of one zone, whatever daylight saving does: a turn across it is an hour longer or shorter. A hand-over in
/// the hour that is left out happens as soon as the clock has moved on; one in the hour that comes twice happens the first time.
/// </summary>
/// <param name="startsOn">The day of the first hand-over.</param>
/// <param name="handOverAt">The time of day.</param>
/// <param name="weeks">How long a turn is, at least 1.</param>
/// <param name="members">The people in order; none: nobody is on call by the rota.</param>
/// <param name="standIns">Who stands in, and when; of two at once the one that was made last counts, which is the last in the list.</param>
/// <param name="zone">Whose clock.</param>
public sealed class OnCallRota(DateOnly startsOn, TimeOnly handOverAt, int weeks, IReadOnlyList<Guid> members, IReadOnlyList<OnCallTurn> standIns, TimeZoneInfo zone)
{
    private readonly int _days = Math.Max(1, weeks) * 7;

    /// <summary>Who is on call then, or null: nobody.</summary>
    public Guid? WhoAt(DateTime utc) => standIns.LastOrDefault(s => s.FromUtc <= utc && utc < s.ToUtc)?.UserId ?? ByRota(utc);

    /// <summary>The turns that touch a time, in order, without gaps where somebody is on call.</summary>
    public IReadOnlyList<OnCallTurn> Turns(DateTime fromUtc, DateTime toUtc)
    {
        var edges = new SortedSet<DateTime> { fromUtc, toUtc };
        for (var turn = TurnAt(fromUtc); BeginOf(turn) is var begin && begin < toUtc; turn++)
        {
            edges.Add(begin);
        }

        foreach (var standIn in standIns)
        {
            edges.Add(standIn.FromUtc);
            edges.Add(standIn.ToUtc);
        }

        var turns = new List<OnCallTurn>();
        DateTime[] times = [.. edges.Where(e => e >= fromUtc && e <= toUtc)];
        for (var at = 0; at + 1 < times.Length; at++)
        {
            var standIn = standIns.LastOrDefault(s => s.FromUtc <= times[at] && times[at] < s.ToUtc);
            if ((standIn?.UserId ?? ByRota(times[at])) is not { } who)
            {
                continue;
            }

            if (turns.Count > 0 && turns[^1] is { } before && before.UserId == who && before.OverrideId == standIn?.OverrideId && before.ToUtc == times[at])
            {
                turns[^1] = before with { ToUtc = times[at + 1] };
            }
            else
            {
                turns.Add(new OnCallTurn(who, times[at], times[at + 1], standIn?.OverrideId));
            }
        }

        return turns;
    }

    private Guid? ByRota(DateTime utc)
    {
        if (members.Count == 0)
        {
            return null;
        }

        var turn = TurnAt(utc);
        return turn < 0 ? null : members[turn % members.Count];
    }

    /// <summary>The number of the turn that runs then; below 0 before the first.</summary>
    private int TurnAt(DateTime utc)
    {
        var local = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
        var turn = (int)Math.Floor((local.DayNumber - startsOn.DayNumber) / (double)_days);
        while (BeginOf(turn) > utc)
        {
            turn--;
        }

        while (BeginOf(turn + 1) <= utc)
        {
            turn++;
        }

        return turn;
    }

    private DateTime BeginOf(int turn)
    {
        var local = startsOn.AddDays(turn * _days).ToDateTime(handOverAt, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        // Of an hour that comes twice the first has the greater offset.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }
}
