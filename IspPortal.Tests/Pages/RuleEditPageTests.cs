using Bunit;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Web.Features.Alerts.Pages;
using IspPortal.Web.Features.Alerts.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class RuleEditPageTests : PageScene
{
    private static readonly Guid RuleId = Guid.Parse("019a0000-0000-7000-8000-0000000000e1");

    private readonly Mock<IAlertRules> _rules;

    public RuleEditPageTests()
    {
        Allow(AlertPermissions.AlertsRead, AlertPermissions.AlertsConfigure);
        _rules = Stub<IAlertRules>();
        Stub<IAlertPolicies>().Setup(p => p.ListAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<AlertPolicyRow>>([new(BuiltInRules.UrgentPolicy, "Urgent", [], 3, 1)]));
        Stub<IRouterDirectory>().Setup(r => r.ListAsync(It.IsAny<RouterFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Page<RouterRow>>)new Page<RouterRow>([], 1, 100, 0));
        Stub<IPlanCatalog>();
    }

    [Fact]
    public void What_is_typed_in_megabits_is_sent_in_bits()
    {
        SaveAlertRuleRequest? sent = null;
        _rules.Setup(r => r.AddAsync(It.IsAny<Guid>(), It.IsAny<SaveAlertRuleRequest>(), It.IsAny<CancellationToken>())).Callback((Guid _, SaveAlertRuleRequest rule, CancellationToken _) => sent = rule).ReturnsAsync(Result.Success);
        var page = Open<RuleEditPage>();
        page.Find("#rule-name").Input("Uplink");
        page.Find("#rule-metric").Change("RxBytes");
        page.Find("#rule-value").Input("900,5");
        page.Find("#rule-clear").Input("800");
        page.Find("#rule-for").Input("300");
        page.Find("#rule-policy").Change(BuiltInRules.UrgentPolicy.ToString());
        page.Find("form").Submit();

        Assert.NotNull(sent);
        Assert.Equal(
            ("Uplink", Metric.RxBytes, SeriesSubjectKind.Interface, 900_500_000, 800_000_000, 300, BuiltInRules.UrgentPolicy),
            (sent.Name, sent.Metric!.Value, sent.SubjectKind!.Value, sent.Value, sent.ClearValue!.Value, sent.ForSeconds, sent.PolicyId!.Value));
        Assert.EndsWith("alerts/rules", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_no_number_is_marked_and_nothing_is_sent()
    {
        var page = Open<RuleEditPage>();
        page.Find("#rule-value").Input("ninety");
        page.Find("form").Submit();

        Assert.Equal("true", page.Find("#rule-value").GetAttribute("aria-invalid"));
        _rules.Verify(r => r.AddAsync(It.IsAny<Guid>(), It.IsAny<SaveAlertRuleRequest>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public void Only_what_the_comparison_needs_is_asked_for()
    {
        var page = Open<RuleEditPage>();
        page.Find("#rule-operator").Change("Between");
        Assert.NotEmpty(page.FindAll("#rule-upper"));
        Assert.Empty(page.FindAll("#rule-clear, #rule-window"));
        page.Find("#rule-operator").Change("FellByPercent");
        Assert.NotEmpty(page.FindAll("#rule-window"));
        page.Find("#rule-operator").Change("Missing");
        Assert.Empty(page.FindAll("#rule-value"));
    }

    [Fact]
    public void The_try_out_says_how_often_and_when()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        _rules.Setup(r => r.PreviewAsync(It.IsAny<SaveAlertRuleRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<RulePreview>)new RulePreview(now.AddDays(-1), now, 70, 50, 48, 3, [new("RTR-BEKASI", now.AddHours(-2), now.AddHours(-1), 95)]));
        var page = Open<RuleEditPage>();
        page.Find("#rule-value").Input("90");
        page.Find("[data-preview] button").Click();

        page.WaitForAssertion(() => Assert.Equal("3", page.Find("[data-fired]").GetAttribute("data-fired")));
        Assert.Contains("50 of 70", page.Find("[data-fired]").TextContent, StringComparison.Ordinal);
        Assert.Contains("RTR-BEKASI", page.Find("[data-preview] li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_somebody_changed_meanwhile_is_offered_anew()
    {
        _rules.Setup(r => r.GetAsync(RuleId, It.IsAny<CancellationToken>())).ReturnsAsync((Result<AlertRuleRow>)new AlertRuleRow(RuleId, "cpu-high", BuiltInRules.All.Single(r => r.Key == "cpu-high").Terms, "Calm", 0, 0, 4));
        _rules.Setup(r => r.UpdateAsync(RuleId, 4, It.IsAny<SaveAlertRuleRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result)CommonErrors.VersionConflict);
        var page = Open<RuleEditPage>(p => p.Add(e => e.RuleId, RuleId));
        Assert.Equal("CPU is high", page.Find("h1").TextContent);
        Assert.Equal("90", page.Find("#rule-value").GetAttribute("value"));
        page.Find("form").Submit();

        Assert.Contains("notice", page.Find("[role=alert]").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void One_who_may_only_look_cannot_save()
    {
        Allow(AlertPermissions.AlertsRead);
        Assert.Empty(Open<RuleEditPage>().FindAll("button[type=submit]"));
    }

    [Fact]
    public void Every_built_in_rule_is_the_same_after_the_form()
    {
        foreach (var (_, terms) in BuiltInRules.All)
        {
            var again = RuleForm.Of(terms).Read().Value;
            Assert.Equal(
                (terms.Signal, terms.Metric, terms.SubjectKind, terms.Operator, terms.Value, terms.ClearValue, terms.ForSeconds, terms.WindowSeconds, terms.OfCapacity),
                (again.Signal, again.Metric, again.SubjectKind, again.Operator, again.Value, again.ClearValue, again.ForSeconds, again.WindowSeconds, again.OfCapacity));
        }
    }
}
