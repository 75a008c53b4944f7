using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using static IspPortal.Tests.Network.Provisioning.RouterContentsMaker;

namespace IspPortal.Tests.Network.Provisioning;

public sealed class PlanningAccessesTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Budi = Id(1);

    private static DesiredAccess Line(AccessState state = AccessState.Active) => new(Budi, AccessService.Pppoe, "budi", state, "HOME-20")
    {
        Password = "rahasia",
        IsolirProfile = "isolir",
        Note = "Budi Santoso",
    };

    private static DesiredAccess Office(AccessState state = AccessState.Active) => new(Budi, AccessService.Static, "kantor", state, null)
    {
        FixedAddress = "10.9.0.5",
        RateLimit = RateLimit.TryCreate(new(50_000_000, 50_000_000)),
    };

    private static RouterPlan Plan(RouterContents contents, DesiredAccess access, bool kit = true, KickPolicy? kicks = null) =>
        AccessPlanner.Plan(new PlannerInput(contents, [access], Now) { IsolirIsReady = kit, Kicks = kicks ?? KickPolicy.Now }).Value;

    [Fact]
    public void What_is_as_it_should_be_needs_nothing()
    {
        var plan = Plan(Contents(secrets: [Secret("budi", "HOME-20", Budi)], sessions: [Session("budi")]), Line());
        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Findings);
    }

    [Fact]
    public void A_missing_secret_is_made_with_password_note_and_tag()
    {
        var step = Assert.Single(Plan(Contents(), Line()).Steps);
        Assert.Equal((PlanVerb.Add, RouterMenus.PppSecret, "budi", "access.create"), (step.Verb, step.Menu, step.Key, step.Reason));
        Assert.Equal("pppoe", step.After["service"]);
        Assert.Equal("HOME-20", step.After["profile"]);
        Assert.Equal("rahasia", step.PasswordAfter);
        Assert.Equal($"Budi Santoso {OwnershipTag.For(Budi)}", step.After["comment"]);
        Assert.False(step.After.ContainsKey("password"));
    }

    [Fact]
    public void A_comment_follows_its_note_while_it_says_what_the_portal_wrote()
    {
        var renamed = Line() with { Note = "SUB-1 Sari Dewi", FormerNote = "SUB-1 Budi" };
        var step = Assert.Single(Plan(Contents(secrets: [Secret("budi", "HOME-20", Budi, note: "SUB-1 Budi")], sessions: [Session("budi")]), renamed).Steps);
        Assert.Equal((PlanVerb.Set, "access.change", $"SUB-1 Sari Dewi {OwnershipTag.For(Budi)}"), (step.Verb, step.Reason, step.After["comment"]));
        Assert.Equal(["comment"], step.After.Keys);

        foreach (var kept in new[] { "SUB-1 Sari Dewi", "SUB-1 Budi, rumah hijau", "Pak Budi", "" })
        {
            Assert.Empty(Plan(Contents(secrets: [Secret("budi", "HOME-20", Budi, note: kept)]), renamed).Steps);
        }
    }

    [Fact]
    public void An_unknown_password_is_never_written()
    {
        var unknown = Line() with { Password = null };
        var plan = Plan(Contents(), unknown);
        Assert.Empty(plan.Steps);
        Assert.Equal(PlanFindingKind.PasswordUnknown, Assert.Single(plan.Findings).Kind);

        var step = Assert.Single(Plan(Contents(secrets: [Secret("budi", "HOME-50", Budi, password: "lain")]), unknown).Steps);
        Assert.Null(step.PasswordAfter);
        Assert.Equal(["profile"], step.After.Keys);
    }

    [Fact]
    public void A_hidden_password_is_written_only_while_a_change_is_pending()
    {
        var hidden = Contents(secrets: [Secret("budi", "HOME-20", Budi, password: null)]);
        Assert.Empty(Plan(hidden, Line()).Steps);
        Assert.Equal("access.password", Assert.Single(Plan(hidden, Line() with { PasswordIsPending = true }).Steps).Reason);
    }

    [Fact]
    public void A_changed_speed_sets_the_profile_and_kicks_once()
    {
        var contents = Contents(secrets: [Secret("budi", "HOME-50", Budi)], sessions: [Session("budi")]);
        var plan = Plan(contents, Line());
        Assert.Equal([PlanVerb.Set, PlanVerb.Kick], plan.Steps.Select(s => s.Verb));
        Assert.Equal(("HOME-50", "HOME-20"), (plan.Steps[0].Before["profile"], plan.Steps[0].After["profile"]));
        Assert.Equal("*Fbudi", plan.Steps[1].ItemId);
        Assert.Equal([PlanVerb.Set], Plan(contents, Line(), kicks: KickPolicy.NextRedial).Steps.Select(s => s.Verb));
    }

    [Fact]
    public void Isolating_keeps_the_secret_enabled_moves_it_to_the_profile_and_kicks()
    {
        var contents = Contents(secrets: [Secret("budi", "HOME-20", Budi)], sessions: [Session("budi")]);
        var plan = Plan(contents, Line(AccessState.Isolated), kicks: KickPolicy.NextRedial);
        Assert.Equal(["access.isolate", "access.isolate"], plan.Steps.Select(s => s.Reason));
        Assert.Equal(["profile"], plan.Steps[0].After.Keys);
        Assert.Equal("isolir", plan.Steps[0].After["profile"]);
        Assert.DoesNotContain(plan.Steps, s => s.Menu == RouterMenus.AddressList);
    }

    [Fact]
    public void Without_a_checked_kit_nobody_is_isolated()
    {
        var plan = Plan(Contents(secrets: [Secret("budi", "HOME-20", Budi)], sessions: [Session("budi")]), Line(AccessState.Isolated), kit: false);
        Assert.Empty(plan.Steps);
        Assert.Equal(PlanFindingKind.IsolirNotReady, Assert.Single(plan.Findings).Kind);
    }

    [Fact]
    public void An_isolated_session_that_slipped_the_list_is_kicked_and_a_listed_one_is_left()
    {
        var secret = Secret("budi", "isolir", Budi);
        Assert.Equal([PlanVerb.Kick], Plan(Contents(secrets: [secret], sessions: [Session("budi")]), Line(AccessState.Isolated)).Steps.Select(s => s.Verb));
        Assert.Empty(Plan(Contents(secrets: [secret], sessions: [Session("budi")], lists: [Listed("isolir", "10.0.0.9")]), Line(AccessState.Isolated)).Steps);
    }

    [Fact]
    public void Restoring_takes_the_plans_profile_back_and_kicks_the_isolated_session()
    {
        var contents = Contents(secrets: [Secret("budi", "isolir", Budi)], sessions: [Session("budi")], lists: [Listed("isolir", "10.0.0.9")]);
        var plan = Plan(contents, Line(), kicks: KickPolicy.NextRedial);
        Assert.Equal(["access.activate", "access.restore"], plan.Steps.Select(s => s.Reason));
        Assert.Equal("HOME-20", plan.Steps[0].After["profile"]);
    }

    [Fact]
    public void Disabling_also_ends_a_session_that_an_interrupted_plan_left()
    {
        var contents = Contents(secrets: [Secret("budi", "HOME-20", Budi, disabled: true)], sessions: [Session("budi")]);
        Assert.Equal([PlanVerb.Kick], Plan(contents, Line(AccessState.Disabled)).Steps.Select(s => s.Verb));
    }

    [Fact]
    public void A_foreign_secret_is_reported_and_only_adopted_when_allowed()
    {
        var contents = Contents(secrets: [Secret("budi", "HOME-50", null, note: "milik teknisi")]);
        var plan = Plan(contents, Line());
        Assert.Empty(plan.Steps);
        Assert.Equal((PlanFindingKind.Foreign, "milik teknisi"), (plan.Findings[0].Kind, plan.Findings[0].Detail));

        var step = Assert.Single(Plan(contents, Line() with { MayAdopt = true }).Steps);
        Assert.Equal($"milik teknisi {OwnershipTag.For(Budi)}", step.After["comment"]);
    }

    [Fact]
    public void The_secret_of_another_portal_is_left_alone()
    {
        var plan = Plan(Contents(secrets: [Secret("budi", "HOME-50", Id(77))]), Line());
        Assert.Empty(plan.Steps);
        Assert.Equal(PlanFindingKind.UnknownOwner, Assert.Single(plan.Findings).Kind);
    }

    [Fact]
    public void A_renamed_secret_is_found_by_its_tag_and_renamed_back()
    {
        var step = Plan(Contents(secrets: [Secret("budi-baru", "HOME-20", Budi)], sessions: [Session("budi-baru")]), Line()).Steps;
        Assert.Equal((PlanVerb.Set, "budi-baru", "budi"), (step[0].Verb, step[0].Key, step[0].After["name"]));
        Assert.Equal("budi-baru", step[1].Key);
    }

    [Fact]
    public void A_name_that_is_taken_is_not_renamed_onto()
    {
        var plan = Plan(Contents(secrets: [Secret("budi-baru", "HOME-20", Budi), Secret("budi", "HOME-20", null)]), Line());
        Assert.Empty(plan.Steps);
        Assert.Equal(PlanFindingKind.NameTwice, Assert.Single(plan.Findings).Kind);
    }

    [Fact]
    public void A_copied_tag_is_reported_and_neither_item_is_written()
    {
        var plan = Plan(Contents(secrets: [Secret("budi", "HOME-50", Budi), Secret("budi2", "HOME-20", Budi)]), Line());
        Assert.Empty(plan.Steps);
        Assert.Equal(PlanFindingKind.Repeated, Assert.Single(plan.Findings).Kind);
    }

    [Fact]
    public void A_terminated_line_is_disabled_for_its_time_and_then_removed()
    {
        var contents = Contents(secrets: [Secret("budi", "HOME-20", Budi)], sessions: [Session("budi")]);
        var ended = Line(AccessState.Absent) with { KeepDisabledUntilUtc = Now.AddDays(30) };
        var first = Plan(contents, ended);
        Assert.Equal([PlanVerb.Set, PlanVerb.Kick], first.Steps.Select(s => s.Verb));
        Assert.Equal("yes", first.Steps[0].After["disabled"]);

        var later = AccessPlanner.Plan(new PlannerInput(contents, [ended], Now.AddDays(31))).Value;
        Assert.Equal([PlanVerb.Remove, PlanVerb.Kick], later.Steps.Select(s => s.Verb));
        Assert.Empty(Plan(Contents(), ended).Steps);
    }

    [Fact]
    public void Only_what_carries_the_tag_is_removed()
    {
        var plan = Plan(Contents(secrets: [Secret("budi", "HOME-20", null)]), Line(AccessState.Absent));
        Assert.Empty(plan.Steps);
        Assert.Equal(PlanFindingKind.Foreign, Assert.Single(plan.Findings).Kind);
    }

    [Fact]
    public void A_removed_secret_comes_back_whole_when_undone()
    {
        var step = Plan(Contents(secrets: [Secret("budi", "HOME-20", Budi, note: "ODP-12", address: "10.1.2.3")]), Line(AccessState.Absent)).Steps[0];
        var undo = step.Undo()!;
        Assert.Equal(PlanVerb.Add, undo.Verb);
        Assert.Equal(("HOME-20", "10.1.2.3", "rahasia"), (undo.After["profile"], undo.After["remote-address"], undo.PasswordAfter));
        Assert.Equal(step, step.Undo()!.Undo()! with { Reason = step.Reason, ItemId = step.ItemId });
    }

    [Fact]
    public void A_static_line_gets_its_queue_and_is_isolated_by_an_entry_of_its_own()
    {
        var queue = Assert.Single(Plan(Contents(), Office()).Steps);
        Assert.Equal((RouterMenus.SimpleQueue, "10.9.0.5", "50000000/50000000"), (queue.Menu, queue.After["target"], queue.After["max-limit"]));

        var there = Item("*Q1", ("name", "kantor"), ("target", "10.9.0.5/32"), ("max-limit", "50000000/50000000"), ("burst-limit", "0/0"), ("burst-threshold", "0/0"), ("burst-time", "0s/0s"),
            ("limit-at", "0/0"), ("priority", "8/8"), ("disabled", "false"), ("comment", OwnershipTag.For(Budi)));
        Assert.Empty(Plan(Contents(queues: [there]), Office()).Steps);

        var isolated = Assert.Single(Plan(Contents(queues: [there]), Office(AccessState.Isolated)).Steps);
        Assert.Equal((PlanVerb.Add, RouterMenus.AddressList, "isolir 10.9.0.5", Budi), (isolated.Verb, isolated.Menu, isolated.Key, isolated.AccessId));

        var restored = Assert.Single(Plan(Contents(queues: [there], lists: [Listed("isolir", "10.9.0.5", Budi)]), Office()).Steps);
        Assert.Equal((PlanVerb.Remove, "isolir 10.9.0.5"), (restored.Verb, restored.Key));
    }

    [Fact]
    public void A_static_line_that_moved_leaves_no_entry_at_its_old_address()
    {
        var steps = Plan(Contents(lists: [Listed("isolir", "10.9.0.4", Budi)]), Office(AccessState.Isolated)).Steps;
        Assert.Contains(steps, s => s.Verb == PlanVerb.Remove && s.Key == "isolir 10.9.0.4");
        Assert.Contains(steps, s => s.Verb == PlanVerb.Add && s.Key == "isolir 10.9.0.5");
    }

    [Fact]
    public void A_profile_gives_its_speed_and_list_and_keeps_the_rest()
    {
        var contents = Contents(secrets: [Secret("budi", "HOME-20", Budi)], sessions: [Session("budi")]);
        var profile = new DesiredProfile(AccessService.Pppoe, "HOME-20") { RateLimit = RateLimit.TryCreate(new(15_000_000, 30_000_000)) };
        var plan = AccessPlanner.Plan(new PlannerInput(contents, [], Now) { Profiles = [profile] }).Value;
        Assert.Equal(["profile.change", "profile.change"], plan.Steps.Select(s => s.Reason));
        Assert.Equal(["rate-limit"], plan.Steps[0].After.Keys);
        Assert.Equal("15M/30M", plan.Steps[0].After["rate-limit"]);
        Assert.Equal(1, plan.Kicks);
        Assert.Equal(PlanFindingKind.ProfileMissing, AccessPlanner.Plan(new PlannerInput(contents, [], Now) { Profiles = [profile with { Name = "HOME-99" }] }).Value.Findings[0].Kind);
    }

    [Fact]
    public void A_line_whose_profile_is_missing_is_not_written()
    {
        var plan = Plan(Contents(profiles: [Profile("default")]), Line());
        Assert.Empty(plan.Steps);
        Assert.Equal((PlanFindingKind.ProfileMissing, "HOME-20"), (plan.Findings[0].Kind, plan.Findings[0].Key));
    }

    [Fact]
    public void A_reading_that_lost_most_accounts_is_not_believed()
    {
        var input = new PlannerInput(Contents(secrets: [Secret("budi", "HOME-20", Budi)]), [Line()], Now) { KnownOwned = 500 };
        Assert.Equal("provisioning.reading_doubtful", AccessPlanner.Plan(input).Error!.Code);
        Assert.True(AccessPlanner.Plan(input with { AcceptsMissing = true }).Succeeded);
    }

    [Fact]
    public void Those_to_be_cut_off_come_first()
    {
        var accesses = Enumerable.Range(1, 4).Select(i => new DesiredAccess(Id(i), AccessService.Pppoe, $"u{i}", i % 2 == 0 ? AccessState.Disabled : AccessState.Active, "HOME-20") { Password = "x" });
        var plan = AccessPlanner.Plan(new PlannerInput(Contents(), [.. accesses], Now)).Value;
        Assert.Equal(["u2", "u4", "u1", "u3"], plan.Steps.Select(s => s.Key));
    }

    [Fact]
    public void A_profile_is_made_after_its_model_before_the_line_that_needs_it()
    {
        var night = new DesiredProfile(AccessService.Pppoe, "HOME-20-night-200") { RateLimit = RateLimit.TryCreate(new(20_000_000, 40_000_000)), IsAdopted = true, Like = "HOME-20" };
        var model = Item("*P1", ("name", "HOME-20"), ("rate-limit", "10M/20M"), ("local-address", "10.1.0.1"), ("remote-address", "pppoe-pool"), ("only-one", "yes"), ("comment", "jangan diubah"), ("default", "false"));
        var plan = AccessPlanner.Plan(new PlannerInput(Contents(secrets: [Secret("budi", "HOME-20", Budi)], profiles: [model]), [Line() with { Profile = night.Name }], Now) { Profiles = [night] }).Value;
        Assert.Empty(plan.Findings);
        Assert.Equal([(PlanVerb.Add, RouterMenus.PppProfile), (PlanVerb.Set, RouterMenus.PppSecret)], plan.Steps.Select(s => (s.Verb, s.Menu)));
        var made = plan.Steps[0].After;
        Assert.Equal(
            ("HOME-20-night-200", "20M/40M", "10.1.0.1", "pppoe-pool", "yes", false),
            (made["name"], made["rate-limit"], made["local-address"], made["remote-address"], made["only-one"], made.ContainsKey("default")));
        Assert.DoesNotContain("jangan", made["comment"]!, StringComparison.Ordinal);

        // Without its model it would give nobody an address: neither it is made nor the line put on it.
        var without = AccessPlanner.Plan(new PlannerInput(Contents(secrets: [Secret("budi", "HOME-50", Budi)], profiles: [Profile("HOME-50")]), [Line() with { Profile = night.Name }], Now) { Profiles = [night] }).Value;
        Assert.Empty(without.Steps);
        Assert.Equal([(PlanFindingKind.ProfileMissing, "HOME-20", (Guid?)null), (PlanFindingKind.ProfileMissing, night.Name, Budi)], without.Findings.Select(f => (f.Kind, f.Key, f.AccessId)));
    }
}
