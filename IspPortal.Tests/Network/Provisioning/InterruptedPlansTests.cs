using System.Diagnostics;
using IspPortal.Core.Lab;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Provisioning;

public sealed class InterruptedPlansTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_cut_after_three_of_500_secrets_makes_the_plan_refuse()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 500);
        var lines = new List<Guid>();
        for (var i = 0; i < 60; i++)
        {
            lines.Add(await rig.AddLineAsync($"line-{i}"));
        }

        rig.Lab.Router.Throw(new LabFault(LabFaultKind.FinMidTable) { AfterRows = 3 });
        var created = await rig.Plans.CreateAsync(new CreateAccessPlanRequest(lines, null), Token);
        Assert.StartsWith("routeros.", created.Error!.Code, StringComparison.Ordinal);
        Assert.Equal(0, rig.Owned(RouterMenus.PppSecret));
        await using var context = rig.Database.Open();
        Assert.Equal(0, await context.Set<AccessPlanRecord>().CountAsync(Token));
    }

    [Theory]
    [InlineData(LabFaultKind.WrongCredentials, "routeros.login_failed")]
    [InlineData(LabFaultKind.Refused, "routeros.refused")]
    [InlineData(LabFaultKind.StallInWord, "routeros.silent|routeros.timeout")]
    [InlineData(LabFaultKind.Garbage, "routeros.protocol_error")]
    public async Task A_router_that_misbehaves_ends_in_a_code_and_no_half_state(LabFaultKind fault, string codes)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.12"]);
        var line = await rig.AddLineAsync("budi");
        rig.Lab.Router.Throw(new LabFault(fault));
        var created = await rig.Plans.CreateAsync(new CreateAccessPlanRequest([line], null), Token);

        // A stall in the answer to the login runs into the login's deadline or into the silence, whichever is up first.
        Assert.Contains(created.Error!.Code, codes.Split('|'));
        Assert.Equal(0, rig.Owned(RouterMenus.PppSecret));

        rig.Lab.Router.ClearFaults();
        await ProvisioningRig.WaitForAsync(
            async () => (await rig.Plans.CreateAsync(new CreateAccessPlanRequest([line], null), Token)).Error?.Code, error => error is null, TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_plan_whose_services_are_exchanged_in_the_middle_goes_on_and_doubles_nothing()
    {
        var rounds = IsFull ? 30 : 3;
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 20);
        rig.Settings = rig.Settings with { RequestsPerSecond = 400 };
        for (var round = 0; round < rounds; round++)
        {
            var lines = new List<Guid>();
            for (var i = 0; i < 500; i++)
            {
                lines.Add(await rig.AddLineAsync($"r{round}-{i}"));
            }

            var plan = await rig.PlanAsync([.. lines]);
            await rig.BeginAsync(plan);
            var half = 40 + (round * 13 % 400);
            await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Owned(RouterMenus.PppSecret)), n => n >= (round * 500) + half);
            await rig.RestartAsync();
            var ended = await rig.EndOfAsync(plan);
            Assert.Equal((AccessPlanState.Applied, 500, 0), (ended.Row.State, ended.Row.Done, ended.Row.Failed));
            Assert.Equal((round + 1) * 500, rig.Owned(RouterMenus.PppSecret));
            Assert.Equal(500, (await rig.Plans.ListStepsAsync(plan, new PlanStepFilter(Verb: PlanVerb.Add), new(), Token)).Value.TotalCount);
        }
    }

    [Fact]
    public async Task Two_plans_on_one_router_follow_each_other()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"]);
        rig.Settings = rig.Settings with { RequestsPerSecond = 150 };
        var first = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => rig.AddLineAsync($"a{i}")));
        var second = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => rig.AddLineAsync($"b{i}")));
        var plans = (await rig.PlanAsync(first), await rig.PlanAsync(second));
        await rig.BeginAsync(plans.Item1);
        await rig.BeginAsync(plans.Item2);
        Assert.Equal(AccessPlanState.Applied, (await rig.EndOfAsync(plans.Item1)).Row.State);
        Assert.Equal(AccessPlanState.Applied, (await rig.EndOfAsync(plans.Item2)).Row.State);
        await using var context = rig.Database.Open();
        var sent = await context.Set<AccessPlanStepRecord>().AsNoTracking().OrderBy(s => s.SentAtUtc).ToListAsync(Token);
        var turns = sent.Select(s => s.PlanId).Aggregate(new List<Guid>(), (seen, id) => seen.Count > 0 && seen[^1] == id ? seen : [.. seen, id]);
        Assert.Equal(2, turns.Count);
    }

    [Fact]
    public async Task Of_ten_routers_one_refuses_and_one_never_answers_and_the_other_eight_finish_as_if_alone()
    {
        const int Refuses = 8, Silent = 9, Lines = 5;
        await using var rig = await ProvisioningRig.StartAsync([.. Enumerable.Repeat("7.18", 10)], sessions: 3);
        var alone = await rig.PlanAsync([.. await AddLinesAsync(rig, "alone", routers: 8, Lines)]);
        Assert.Equal(AccessPlanState.Applied, (await rig.ApplyPlanAsync(alone)).Row.State);
        var timeAlone = await TimeOfAsync(rig, alone);

        var lines = await AddLinesAsync(rig, "line", routers: 10, Lines);
        rig.Lab.Routers[Refuses].Throw(new LabFault(LabFaultKind.Refused));
        rig.Lab.Routers[Silent].Throw(new LabFault(LabFaultKind.HalfOpen));
        var begun = Stopwatch.GetTimestamp();
        var plan = await rig.PlanAsync([.. lines]);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, (2 * ProvisioningRig.ConnectTimeout) + ProvisioningRig.Silence);
        var parts = (await rig.Plans.GetAsync(plan, Token)).Value.Parts;
        Assert.Equal("routeros.refused", PartOf(parts, Refuses).ErrorCode);
        Assert.Contains(PartOf(parts, Silent).ErrorCode, (string[])["routeros.silent", "routeros.timeout"]);

        await rig.BeginAsync(plan);
        var middle = await ProvisioningRig.WaitForAsync(async () => (await rig.Plans.GetAsync(plan, Token)).Value, p => p.Parts.Count(one => one.State == AccessPlanState.Applied) == 8);
        Assert.Equal((AccessPlanState.Applying, 8 * Lines, 0), (middle.Row.State, middle.Row.Done, middle.Row.Failed));
        Assert.Equal([Refuses, Silent], middle.Parts.Where(p => p.State == AccessPlanState.Applying).Select(p => Array.FindIndex([.. Enumerable.Range(0, 10)], i => ProvisioningRig.RouterId(i) == p.RouterId)).Order());

        // Had anybody waited for the silent one, it were its whole deadline longer.
        Assert.InRange(await TimeOfAsync(rig, plan), TimeSpan.Zero, timeAlone + (0.75 * ProvisioningRig.ConnectTimeout));

        rig.Lab.Routers[Refuses].ClearFaults();
        rig.Lab.Routers[Silent].ClearFaults();
        var ended = await rig.EndOfAsync(plan);
        Assert.Equal((AccessPlanState.Applied, 10 * Lines, 0), (ended.Row.State, ended.Row.Done, ended.Row.Failed));
        Assert.All(ended.Parts, p => Assert.Null(p.ErrorCode));
        Assert.Equal(Lines, rig.Owned(RouterMenus.PppSecret, Refuses));
        Assert.Equal(Lines, rig.Owned(RouterMenus.PppSecret, Silent));
    }

    [Fact]
    public async Task In_observe_mode_a_plan_says_what_it_would_have_done_and_nothing_is_written()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"]);
        rig.Settings = rig.Settings with { ObserveMode = true };
        var ended = await rig.ApplyAsync(await rig.AddLineAsync("budi"));
        Assert.Equal((AccessPlanState.Observed, 1, 0), (ended.Row.State, ended.Row.Steps, ended.Row.Done));
        Assert.Null(rig.Find(RouterMenus.PppSecret, "budi"));
    }

    [Fact]
    public async Task A_plan_that_mostly_fails_stops_by_itself()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"]);
        var lines = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => rig.AddLineAsync($"line-{i}")));
        await rig.ApplyAsync(lines);
        foreach (var line in lines)
        {
            await rig.Editor.ChangeHoldsAsync(line, AccessHolds.Manual, AccessHolds.None, "test", Token);
        }

        var plan = await rig.PlanAsync(lines);
        for (var i = 0; i < 120; i++)
        {
            rig.Change(RouterMenus.PppSecret, $"line-{i}", "comment", "mine now");
        }

        var ended = await rig.ApplyPlanAsync(plan);
        Assert.Equal(AccessPlanState.Stopped, ended.Row.State);
        Assert.InRange(ended.Row.Failed, 5, 119);
        Assert.Equal("false", rig.Find(RouterMenus.PppSecret, "line-3")!["disabled"]);
    }

    private static async Task<List<Guid>> AddLinesAsync(ProvisioningRig rig, string name, int routers, int each)
    {
        var lines = new List<Guid>();
        for (var i = 0; i < routers * each; i++)
        {
            lines.Add(await rig.AddLineAsync($"{name}-{i}", router: i % routers));
        }

        return lines;
    }

    private static AccessPlanPart PartOf(IReadOnlyList<AccessPlanPart> parts, int router) => parts.Single(p => p.RouterId == ProvisioningRig.RouterId(router));

    // From the click to the last answer so far.
    private static async Task<TimeSpan> TimeOfAsync(ProvisioningRig rig, Guid planId)
    {
        await using var context = rig.Database.Open();
        var begun = (await context.Set<AccessPlanRecord>().AsNoTracking().FirstAsync(p => p.Id == planId, Token)).BegunAtUtc!.Value;
        var sent = await context.Set<AccessPlanStepRecord>().AsNoTracking().Where(s => s.PlanId == planId && s.State == PlanStepState.Done).ToListAsync(Token);
        return sent.Max(s => s.SentAtUtc!.Value.AddMilliseconds(s.DurationMilliseconds!.Value)) - begun;
    }

    private static bool IsFull => Environment.GetEnvironmentVariable("ISPPORTAL_FULL") == "1";
}
