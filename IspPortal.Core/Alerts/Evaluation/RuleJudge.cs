using IspPortal.Core.Alerts.Rules;

namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>What a figure means under a rule's terms.</summary>
internal static class RuleJudge
{
    /// <summary>A fall or a rise that lasts so long (or its window, if that is longer) is the new normal.</summary>
    private static readonly long NewNormalTicks = TimeSpan.FromHours(1).Ticks;

    public static RuleVerdict Judge(RuleTerms terms, ref SubjectState state, double value, bool isGrowth, long now) => terms.Operator switch
    {
        AlertOperator.Above => Of(value > terms.Value, value <= (terms.Clear ?? terms.Value)),
        AlertOperator.AtLeast => Of(value >= terms.Value, value < (terms.Clear ?? terms.Value)),
        AlertOperator.Below => Of(value < terms.Value, value >= (terms.Clear ?? terms.Value)),
        AlertOperator.AtMost => Of(value <= terms.Value, value > (terms.Clear ?? terms.Value)),
        AlertOperator.Between => Of(value >= terms.Value && value <= terms.Upper, true),
        AlertOperator.Outside => Of(value < terms.Value || value > terms.Upper, true),
        AlertOperator.FellBy or AlertOperator.FellByPercent => Moved(terms, ref state, value, now, -1),
        AlertOperator.GrewBy when isGrowth => Of(value > terms.Value, value <= (terms.Clear ?? terms.Value)),
        AlertOperator.GrewBy => Moved(terms, ref state, value, now, +1),
        AlertOperator.Changed => Changed(terms, ref state, value, now),
        _ => RuleVerdict.Good,
    };

    private static RuleVerdict Of(bool isBad, bool isGood) => isBad ? RuleVerdict.Bad : isGood ? RuleVerdict.Good : RuleVerdict.Between;

    private static RuleVerdict Moved(RuleTerms terms, ref SubjectState state, double value, long now, int sign)
    {
        var window = state.Window ??= new FigureWindow();
        if (state.BadSinceTicks != 0 && now - state.BadSinceTicks > Math.Max(NewNormalTicks, terms.Window.Ticks))
        {
            window.Clear();
            state.BadSinceTicks = 0;
            _ = sign < 0 ? window.Highest(now, value, terms.Window.Ticks) : window.Lowest(now, value, terms.Window.Ticks);
            return RuleVerdict.Good;
        }

        var extreme = sign < 0 ? window.Highest(now, value, terms.Window.Ticks) : window.Lowest(now, value, terms.Window.Ticks);
        if (state.BadSinceTicks == 0)
        {
            state.Baseline = extreme;
        }

        var moved = (value - state.Baseline) * sign;
        if (terms.Operator == AlertOperator.FellByPercent)
        {
            moved = state.Baseline > 0 ? moved / state.Baseline * 100 : 0;
        }

        return terms.Operator == AlertOperator.GrewBy ? Of(moved > terms.Value, moved <= (terms.Clear ?? terms.Value)) : Of(moved >= terms.Value, moved < (terms.Clear ?? terms.Value));
    }

    private static RuleVerdict Changed(RuleTerms terms, ref SubjectState state, double value, long now)
    {
        if (state.SeenTicks != 0 && !value.Equals(state.Value))
        {
            state.BadSinceTicks = now;
        }

        return state.BadSinceTicks != 0 && now - state.BadSinceTicks < terms.Window.Ticks ? RuleVerdict.Bad : RuleVerdict.Good;
    }
}
