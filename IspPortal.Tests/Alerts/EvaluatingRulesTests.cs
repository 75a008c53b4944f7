using IspPortal.Core.Alerts.Evaluation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Tests.Alerts;

public sealed class EvaluatingRulesTests
{
    private static readonly Guid Router = new("01890000-0000-7000-8000-0000000000a1");
    private static readonly SeriesSubject Cpu = SeriesSubject.Router(Router);
    private static readonly DateTime Start = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    private readonly RuleEvaluator _evaluator = new(Router);
    private DateTime _now = Start;

    [Theory]
    [InlineData(AlertOperator.Above, 90, 90, false)]
    [InlineData(AlertOperator.Above, 90, 90.1, true)]
    [InlineData(AlertOperator.AtLeast, 90, 90, true)]
    [InlineData(AlertOperator.AtLeast, 90, 89.9, false)]
    [InlineData(AlertOperator.Below, 11, 11, false)]
    [InlineData(AlertOperator.Below, 11, 10.9, true)]
    [InlineData(AlertOperator.AtMost, 11, 11, true)]
    [InlineData(AlertOperator.AtMost, 11, 11.1, false)]
    [InlineData(AlertOperator.Between, 10, 15, true)]
    [InlineData(AlertOperator.Between, 10, 20, true)]
    [InlineData(AlertOperator.Between, 10, 20.1, false)]
    [InlineData(AlertOperator.Outside, 10, 9.9, true)]
    [InlineData(AlertOperator.Outside, 10, 10, false)]
    [InlineData(AlertOperator.Outside, 10, 20.1, true)]
    public void A_figure_is_compared_as_the_operator_says(AlertOperator compare, double value, double figure, bool opens)
    {
        Use(Rule() with { Operator = compare, Value = value, Upper = 20 });
        Assert.Equal(opens, Poll(figure) == "+");
    }

    [Fact]
    public void Bad_for_long_enough_opens_once_with_its_beginning_and_good_again_ends_it()
    {
        Use(Rule() with { For = TimeSpan.FromSeconds(60) });
        Assert.Equal(["", "", "", "", "", ""], Polls(95, 95, 95, 95, 95, 95));
        Assert.Equal("+", Poll(95));
        Assert.Equal((Start, Start.AddSeconds(60), 95d), (Last.SinceUtc, Last.AtUtc, Last.Value!.Value));
        Assert.Equal(["", "-", ""], Polls(95, 50, 50));
    }

    [Fact]
    public void A_good_figure_in_between_starts_the_wait_anew()
    {
        Use(Rule() with { For = TimeSpan.FromSeconds(30) });
        Assert.Equal(["", "", "", "", "", "", "", "+"], Polls(95, 95, 95, 50, 95, 95, 95, 95));
    }

    [Fact]
    public void With_hysteresis_it_ends_at_the_clear_value_only()
    {
        Use(Rule() with { Clear = 80 });
        Assert.Equal(["+", "", "", "-", ""], Polls(95, 85, 80.1, 80, 85));
    }

    [Fact]
    public void A_silence_neither_ends_what_is_open_nor_counts_as_bad()
    {
        Use(Rule() with { For = TimeSpan.FromSeconds(60) });
        Poll(95);
        Pass(600);
        Assert.Equal("", Poll(95));
        Assert.Equal(["", "", "", "", "", "+"], Polls(95, 95, 95, 95, 95, 95));
        Pass(3600);
        Assert.Empty(Tick());
        Assert.Equal("", Poll(95));
        Assert.Equal("-", Poll(10));
    }

    [Fact]
    public void Missing_opens_after_the_silence_and_ends_with_the_first_figure()
    {
        Use(Rule() with { Operator = AlertOperator.Missing, For = TimeSpan.FromSeconds(60) });
        Assert.Empty(Tick());
        Poll(20);
        Pass(40);
        Assert.Empty(Tick());
        Pass(20);
        Assert.True(Assert.Single(Tick()).Holds);
        Assert.Null(Last.Value);
        Assert.Empty(Tick());
        Assert.Equal("-", Poll(20));
    }

    [Fact]
    public void A_fall_is_measured_from_the_highest_of_the_window_and_over_when_it_is_back()
    {
        Use(Rule() with { Metric = Metric.Sessions, Operator = AlertOperator.FellByPercent, Value = 20, Clear = 10, Window = TimeSpan.FromSeconds(120) });
        Assert.Equal(["", "", "", "+", "", "", "-"], Sessions(1000, 1010, 820, 808, 815, 900, 920));
    }

    [Fact]
    public void A_slow_decline_is_no_fall_and_a_fall_that_lasts_is_the_new_normal()
    {
        Use(Rule() with { Metric = Metric.Sessions, Operator = AlertOperator.FellByPercent, Value = 20, Window = TimeSpan.FromSeconds(120) });
        Assert.All(Sessions([.. Enumerable.Range(0, 60).Select(n => 1000d - (n * 5))]), turn => Assert.Equal("", turn));
        Assert.Equal("+", Sessions(200)[0]);
        var turns = Sessions([.. Enumerable.Repeat(200d, 365)]);
        Assert.Equal(["-"], turns.Where(turn => turn.Length > 0));
    }

    [Fact]
    public void After_a_silence_a_fall_is_measured_from_what_came_after_it()
    {
        Use(Rule() with { Metric = Metric.Sessions, Operator = AlertOperator.FellByPercent, Value = 20, Window = TimeSpan.FromSeconds(120) });
        Sessions(1000, 1000);
        Pass(80);
        Assert.Equal(["", "", "+"], Sessions(100, 500, 300));
    }

    [Fact]
    public void A_counter_counts_by_its_rate_and_by_what_it_grew_in_a_window()
    {
        var rate = Rule() with { Id = Id(1), Metric = Metric.RxBytes, Kind = SeriesSubjectKind.Interface, Value = 8_000_000 };
        var growth = Rule() with { Id = Id(2), Metric = Metric.SignInFailures, Operator = AlertOperator.GrewBy, Value = 20, Window = TimeSpan.FromSeconds(60) };
        Use(rate, growth);
        Assert.Empty(Take(SeriesSubject.Interface(Router, "ether1"), Metric.RxBytes, 10_000_000));
        Assert.True(Assert.Single(Take(SeriesSubject.Interface(Router, "ether1"), Metric.RxBytes, 10_000_100)).Holds);
        Assert.Empty(Take(Cpu, Metric.SignInFailures, 15));
        Assert.Equal(21, Assert.Single(Take(Cpu, Metric.SignInFailures, 6)).Value);
        Pass(50);
        Assert.False(Assert.Single(Take(Cpu, Metric.SignInFailures, 0)).Holds);
    }

    [Fact]
    public void Percent_of_a_capacity_that_nobody_said_is_unknown()
    {
        var rule = Rule() with { Metric = Metric.DownBytes, Value = 90, OfCapacity = true };
        Use(rule);
        Assert.Empty(Take(Cpu, Metric.DownBytes, 1e12));
        _evaluator.Use(new RuleSet([rule], RuleSurroundings.None with { Capacities = new Dictionary<Guid, double> { [Router] = 100e6 } }));
        Assert.Empty(Take(Cpu, Metric.DownBytes, 90e6 / 8 * 10));
        Assert.Equal(91, Assert.Single(Take(Cpu, Metric.DownBytes, 91e6 / 8 * 10)).Value!.Value, 6);
    }

    [Fact]
    public void Changed_opens_with_the_change_and_ends_when_it_stayed_the_same_for_a_window()
    {
        Use(Rule() with { Operator = AlertOperator.Changed, Window = TimeSpan.FromSeconds(30) });
        Assert.Equal(["", "", "+", "", "", "-"], Polls(1, 1, 2, 2, 2, 2));
    }

    [Theory]
    [InlineData(AlertQuantifier.Any, 0, 1)]
    [InlineData(AlertQuantifier.AtLeast, 3, 3)]
    [InlineData(AlertQuantifier.AtLeastPercent, 50, 5)]
    [InlineData(AlertQuantifier.All, 0, 10)]
    public void A_quantifier_makes_one_incident_of_the_router_when_enough_are_bad(AlertQuantifier quantifier, double value, int enough)
    {
        Use(Rule() with { Metric = Metric.TxErrors, Kind = SeriesSubjectKind.Interface, Value = 1, Quantifier = quantifier, QuantifierValue = value });
        if (enough > 1)
        {
            Assert.Empty(Batch(enough - 1));
        }

        var opened = Assert.Single(Batch(enough));
        Assert.Equal((Cpu, true, (double)enough), (opened.Subject, opened.Holds, opened.Value!.Value));
        Assert.Empty(Batch(10));
        Assert.False(Assert.Single(Batch(enough - 1)).Holds);

        IReadOnlyList<RuleTransition> Batch(int bad)
        {
            Begin();
            for (var n = 0; n < 10; n++)
            {
                _evaluator.Take(SeriesSubject.Interface(Router, $"ether{n}"), Metric.TxErrors, n < bad ? 100 : 0, TimeSpan.FromSeconds(10));
            }

            return [.. _evaluator.End()];
        }
    }

    [Fact]
    public void A_rule_is_about_what_its_scope_says()
    {
        Guid plan = Id(7), line = Id(8), other = Id(9);
        var around = new RuleSurroundings(
            new Dictionary<Guid, IReadOnlySet<string>> { [Router] = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "pop", "bekasi" } }, new Dictionary<Guid, double>(), new Dictionary<Guid, Guid> { [line] = plan });
        var port = SeriesSubject.Interface(Router, "ether1-uplink");

        Assert.True(Scope().Includes(port, Router, around));
        Assert.True(Scope(tags: ["BEKASI", "depok"]).Includes(port, Router, around));
        Assert.False(Scope(tags: ["depok"]).Includes(port, Router, around));
        Assert.False(Scope(routers: [other]).Includes(port, Router, around));
        Assert.True(Scope(pattern: "ether?-up*").Includes(port, Router, around));
        Assert.False(Scope(pattern: "ether?").Includes(port, Router, around));
        Assert.True(Scope(plans: [plan]).Includes(SeriesSubject.Access(line), Router, around));
        Assert.False(Scope(plans: [plan]).Includes(SeriesSubject.Access(other), Router, around));
        Assert.False(Scope(subjects: [other]).Includes(SeriesSubject.Access(line), Router, around));

        static RuleScope Scope(Guid[]? routers = null, string[]? tags = null, Guid[]? plans = null, string? pattern = null, Guid[]? subjects = null) => new(routers ?? [], tags ?? [], plans ?? [], pattern, subjects ?? []);
    }

    [Fact]
    public void A_restart_is_told_what_is_open_and_what_was_ended_by_hand_opens_anew()
    {
        Use(Rule());
        _evaluator.Align(new HashSet<(Guid, SeriesSubject)> { (Id(1), Cpu) }, _now);
        Assert.Equal(["", "-"], Polls(95, 50));
        Assert.Equal("+", Poll(95));
        _evaluator.Align(new HashSet<(Guid, SeriesSubject)>(), _now);
        Assert.Equal("+", Poll(95));
    }

    [Fact]
    public void A_changed_rule_is_judged_anew_and_what_is_open_stays_until_the_new_terms_say_otherwise()
    {
        Use(Rule());
        Assert.Equal("+", Poll(95));
        Use(Rule() with { Version = 2, Value = 97 });
        Assert.Equal("-", Poll(95));
        Use(Rule() with { Version = 3, Value = 60, Clear = 50 });
        Assert.Equal(["+", "", "-"], Polls(61, 55, 50));
    }

    [Fact]
    public void Samples_that_come_twice_or_late_change_nothing()
    {
        Use(Rule());
        Assert.Equal("+", Poll(95));
        _now -= TimeSpan.FromSeconds(10);
        Assert.Empty(Take(Cpu, Metric.CpuPercent, 10, advance: false));
        _now -= TimeSpan.FromSeconds(10);
        Assert.Empty(Take(Cpu, Metric.CpuPercent, 10, advance: false));
    }

    private RuleTransition Last { get; set; } = default!;

    private static Guid Id(int n) => new(n, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    private static RuleTerms Rule() => new() { Id = Id(1), Version = 1, Metric = Metric.CpuPercent, Kind = SeriesSubjectKind.Router, Operator = AlertOperator.Above, Value = 90 };

    private void Use(params RuleTerms[] rules) => _evaluator.Use(new RuleSet(rules, RuleSurroundings.None));

    private void Pass(int seconds) => _now = _now.AddSeconds(seconds);

    private void Begin()
    {
        _evaluator.Begin(_now);
        Pass(10);
    }

    private IReadOnlyList<RuleTransition> Tick()
    {
        _evaluator.Begin(_now);
        return Note([.. _evaluator.End()]);
    }

    private IReadOnlyList<RuleTransition> Take(SeriesSubject subject, Metric metric, double value, bool advance = true)
    {
        _evaluator.Begin(_now);
        Pass(advance ? 10 : 0);
        _evaluator.Take(subject, metric, value, TimeSpan.FromSeconds(10));
        return Note([.. _evaluator.End()]);
    }

    private IReadOnlyList<RuleTransition> Note(IReadOnlyList<RuleTransition> transitions)
    {
        Last = transitions.Count > 0 ? transitions[^1] : Last;
        return transitions;
    }

    private string Poll(double value, Metric metric = Metric.CpuPercent) => string.Concat(Take(Cpu, metric, value).Select(t => t.Holds ? "+" : "-"));

    private List<string> Polls(params double[] values) => [.. values.Select(value => Poll(value))];

    private List<string> Sessions(params double[] values) => [.. values.Select(value => Poll(value, Metric.Sessions))];
}
