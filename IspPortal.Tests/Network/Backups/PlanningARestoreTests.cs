using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Provisioning;
using static IspPortal.Tests.Network.Provisioning.RouterContentsMaker;

namespace IspPortal.Tests.Network.Backups;

/// <summary>What a plan brings back is the portal's; the rest is commands.</summary>
public sealed class PlanningARestoreTests
{
    private static readonly Guid Budi = Id(1);
    private static readonly Guid Siti = Id(2);

    [Fact]
    public void A_line_that_is_gone_or_changed_is_planned_with_its_tag()
    {
        var text = $"""
            /ppp secret
            add comment="Budi {OwnershipTag.For(Budi)}" name=budi profile=HOME-20 service=pppoe
            add comment="Siti {OwnershipTag.For(Siti)}" name=siti profile=HOME-20 service=pppoe
            """;
        var now = Now(Secret("siti", "HOME-50", Siti, note: "Siti"));
        Assert.Empty(Compare(text, now).Foreign);

        var steps = Plan(text, now).Steps;
        Assert.Equal([(PlanVerb.Add, "budi", OwnershipTag.For(Budi)), (PlanVerb.Set, "siti", OwnershipTag.For(Siti))], steps.Select(s => (s.Verb, s.Key, s.Tag!)));
        Assert.Equal(("rahasia", Budi), (steps[0].PasswordAfter, steps[0].AccessId!.Value));
        Assert.Equal(("HOME-50", "HOME-20"), (steps[1].Before["profile"], steps[1].After["profile"]));
    }

    [Fact]
    public void What_somebody_else_made_is_commands_in_every_menu_and_never_planned()
    {
        const string text = """
            /ip pool
            add name=office ranges=10.5.0.2-10.5.0.9
            /ppp secret
            add comment="by hand" name=teknisi profile=HOME-20 service=pppoe
            add name=tamu profile=default
            /queue simple
            add max-limit=5M/5M name="Kantor Lurah" target=10.5.0.7/32
            /ip firewall address-list
            add address=10.5.0.7 list=isolir
            """;
        var now = RouterContents.Of(
            Router,
            DateTime.UnixEpoch,
            new MenuContents(RouterMenus.Pool, [Item("*1", ("name", "office"), ("ranges", "10.6.0.2-10.6.0.9"))]),
            new MenuContents(RouterMenus.PppSecret, [Secret("teknisi", "HOME-50", owner: null, note: "by hand")]),
            new MenuContents(RouterMenus.SimpleQueue, [Item("*2", ("name", "Kantor Lurah"), ("target", "10.5.0.7/32"), ("max-limit", "1M/1M"))]),
            new MenuContents(RouterMenus.AddressList, []));
        var difference = Compare(text, now);
        Assert.Empty(difference.Owned);
        Assert.Equal(
            """
            /ip pool
            set [find name=office] ranges=10.5.0.2-10.5.0.9
            /ppp secret
            set [find name=teknisi] profile=HOME-20
            add name=tamu profile=default
            /queue simple
            set [find name="Kantor Lurah"] max-limit=5M/5M
            /ip firewall address-list
            add address=10.5.0.7 list=isolir

            """,
            RestorePlanner.CommandsFor(difference.Foreign));
        Assert.Empty(Plan(text, now).Steps);
    }

    [Fact]
    public void A_tag_that_was_taken_away_or_names_another_line_now_makes_it_foreign()
    {
        var text = $"/ppp secret\nadd comment=\"{OwnershipTag.For(Budi)}\" name=budi profile=HOME-20\nadd comment=\"{OwnershipTag.For(Budi)}\" name=siti profile=HOME-20\n";
        var difference = Compare(text, Now(Secret("budi", "HOME-50", owner: null), Secret("siti", "HOME-50", Siti)));
        Assert.Empty(difference.Owned);
        Assert.Equal(["budi", "siti"], difference.Foreign.Select(i => i.Key));
    }

    [Fact]
    public void What_was_adopted_since_is_planned_and_stays_adopted()
    {
        var step = Assert.Single(Plan("/ppp secret\nadd comment=lama name=budi profile=HOME-20\n", Now(Secret("budi", "HOME-50", Budi, note: "baru"))).Steps);
        Assert.Equal($"lama {OwnershipTag.For(Budi)}", step.After["comment"]);
        Assert.Equal((OwnershipTag.For(Budi), Budi), (step.Tag, step.AccessId!.Value));
        Assert.Empty(Plan("/ppp secret\nadd name=budi profile=HOME-20\n", Now(Secret("budi", "HOME-20", Budi))).Steps);
    }

    [Fact]
    public void Of_a_kept_profile_the_speed_and_the_list_are_planned_and_the_rest_is_commands()
    {
        const string text = "/ppp profile\nadd local-address=10.0.0.1 name=HOME-20 rate-limit=10M/20M\nadd name=GONE rate-limit=1M/1M\n";
        var now = RouterContents.Of(
            Router, DateTime.UnixEpoch, new MenuContents(RouterMenus.PppProfile, [Item("*1", ("name", "HOME-20"), ("rate-limit", "1M/1M"), ("address-list", "x"), ("local-address", "10.9.9.9"))]));
        Assert.Empty(Compare(text, now).Owned);

        DesiredProfile[] kept = [new(AccessService.Pppoe, "HOME-20"), new(AccessService.Pppoe, "GONE")];
        var difference = Compare(text, now, kept);
        Assert.Equal(["rate-limit", "address-list"], Assert.Single(difference.Owned).Changes.Select(c => c.Property));
        Assert.Equal("/ppp profile\nset [find name=HOME-20] local-address=10.0.0.1\nadd name=GONE rate-limit=1M/1M\n", RestorePlanner.CommandsFor(difference.Foreign));
        Assert.Equal(["address-list", "rate-limit"], Assert.Single(Plan(text, now, kept).Steps).After.Keys.Order());

        kept = [.. kept.Select(p => p with { IsAdopted = true })];
        Assert.Empty(Compare(text, now, kept).Foreign);
        Assert.Equal([PlanVerb.Set, PlanVerb.Add], Plan(text, now, kept).Steps.Select(s => s.Verb));
    }

    private static RouterContents Now(params IReadOnlyList<RouterItem> secrets) => RouterContents.Of(Router, DateTime.UnixEpoch, new MenuContents(RouterMenus.PppSecret, secrets));

    private static RestoreDifference Compare(string text, RouterContents now, IReadOnlyList<DesiredProfile>? profiles = null) =>
        RestorePlanner.Compare(BackupText.ItemsOf(text), now, profiles ?? [], _ => true);

    // Everything is chosen, what is foreign too.
    private static RouterPlan Plan(string text, RouterContents now, IReadOnlyList<DesiredProfile>? profiles = null)
    {
        var items = BackupText.ItemsOf(text);
        var difference = RestorePlanner.Compare(items, now, profiles ?? [], _ => true);
        return RestorePlanner.Plan(items, now, profiles ?? [], [.. difference.Owned.Concat(difference.Foreign).Select(i => new RestoreChoice(i.Menu, i.Key))], _ => "rahasia");
    }
}
