using System.Text;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Lab;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Backups;

/// <summary>Versions of routers over real TCP: taken, compared, restored in part.</summary>
public sealed class BackingUpRoutersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", RouterBackupFormat.Dump, "Sqlite")]
    [InlineData("7.12", RouterBackupFormat.Dump, "Postgres")]
    [InlineData("7.24", RouterBackupFormat.Export, "Sqlite")]
    public async Task A_version_holds_the_configuration_and_no_password(string version, RouterBackupFormat format, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], sessions: 60, provider: provider);
        var line = await rig.AddLineAsync("budi", password: "sangat-rahasia-1");
        await rig.ApplyAsync(line);
        var backups = new BackupRig(rig);

        var taken = await backups.As().TakeAsync(ProvisioningRig.RouterId(0), Token);
        Assert.Null(taken.Error);
        var row = (await backups.As().GetAsync(taken.Value, Token)).Value;
        Assert.Equal((format, true), (row.Format, row.IsGood));
        var text = (await backups.As().ReadTextAsync(taken.Value, Token)).Value;
        Assert.DoesNotContain("sangat-rahasia-1", text, StringComparison.Ordinal);
        var items = BackupText.ItemsOf(text);
        Assert.Contains(items, i => i.Menu == RouterMenus.PppSecret && i.Fields["name"] == "budi" && i.Fields["profile"] == "HOME-20");
        Assert.Equal(61, items.Count(i => i.Menu is RouterMenus.PppSecret or RouterMenus.HotspotUser or RouterMenus.SimpleQueue));

        // Nothing lies in the data directory in the clear, the binary form least of all.
        var files = Directory.GetFiles(backups.Folder, "*", SearchOption.AllDirectories);
        Assert.Equal(format == RouterBackupFormat.Export ? 2 : 1, files.Length);
        Assert.All(files, f => Assert.DoesNotContain("budi", Encoding.Latin1.GetString(File.ReadAllBytes(f)), StringComparison.Ordinal));
        if (format == RouterBackupFormat.Export)
        {
            var binary = (await backups.As().ReadBinaryAsync(taken.Value, Token)).Value;
            Assert.Equal(row.BinaryBytes, binary.Length);
            Assert.Equal([0x88, 0xAC, 0xA1, 0xB1], binary[..4]);
            Assert.Null(rig.Find("/file", "ispportal.backup"));
        }
        else
        {
            Assert.Equal("ispportal.backup", row.BinaryOnRouter);
            Assert.NotNull(rig.Find("/file", "ispportal.backup"));
            Assert.Equal("backups.no_binary", (await backups.As().ReadBinaryAsync(taken.Value, Token)).Error!.Code);
        }

        Assert.Equal("identity.forbidden", (await backups.As(NetworkPermissions.RoutersOperate).ReadBinaryAsync(taken.Value, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await backups.As(NetworkPermissions.RoutersRead).ReadTextAsync(taken.Value, Token)).Error!.Code);
    }

    [Theory]
    [InlineData("6.49")]
    [InlineData("7.12")]
    [InlineData("7.24")]
    public async Task Two_versions_are_compared_and_a_part_is_restored(string version)
    {
        await using var rig = await ProvisioningRig.StartAsync([version]);
        var line = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(line);
        var orphan = await rig.AddLineAsync("yatim");
        await rig.ApplyAsync(orphan);
        await using (var context = rig.Database.Open())
        {
            context.Add(new DesiredProfileRecord { Id = Guid.CreateVersion7(), RouterId = ProvisioningRig.RouterId(0), Service = AccessService.Pppoe, Name = "HOME-20" });
            await context.SaveChangesAsync(Token);
        }

        var service = new BackupRig(rig).As();
        var first = (await service.TakeAsync(ProvisioningRig.RouterId(0), Token)).Value;
        var second = (await service.TakeAsync(ProvisioningRig.RouterId(0), Token)).Value;
        Assert.True((await service.CompareAsync(first, second, Token)).Value.Difference.IsEmpty);
        Assert.Equal((await service.GetAsync(first, Token)).Value.TextSha256, (await service.GetAsync(second, Token)).Value.TextSha256);

        // Somebody with Winbox: two speeds changed, accounts and a pool gone, the identity renamed.
        rig.Change(RouterMenus.PppProfile, "HOME-50", "rate-limit", "2M/2M");
        rig.Change(RouterMenus.PppProfile, "HOME-20", "rate-limit", "1M/1M");
        Rename(rig, "LAIN");
        Remove(rig, RouterMenus.PppSecret, "budi");
        Remove(rig, RouterMenus.PppSecret, "yatim");
        await ForgetPasswordAsync(rig, orphan);
        Remove(rig, RouterMenus.Pool, "isolir-pool");
        var foreign = FirstSecret(rig);
        Remove(rig, RouterMenus.PppSecret, foreign);

        var third = (await service.TakeAsync(ProvisioningRig.RouterId(0), Token)).Value;
        var difference = (await service.CompareAsync(first, third, Token)).Value.Difference;
        Assert.Equal((3, 7), (difference.Added, difference.Removed));

        var preview = (await service.PreviewRestoreAsync(first, Token)).Value;
        Assert.Equal([("HOME-20", false), ("budi", false), ("yatim", true)], preview.Items.Select(i => (i.Key, i.NeedsPassword)));
        Assert.Contains("/ip pool\nadd name=isolir-pool", preview.Commands, StringComparison.Ordinal);
        Assert.Contains("/ppp profile\nset [find name=HOME-50] rate-limit=", preview.Commands, StringComparison.Ordinal);
        Assert.Contains($"name={foreign} ", preview.Commands, StringComparison.Ordinal);
        Assert.DoesNotContain("budi", preview.Commands, StringComparison.Ordinal);
        Assert.Contains("/system identity\nset name=RTR-TEST-1", preview.Commands, StringComparison.Ordinal);
        Assert.Equal("1M/1M", preview.Items.Single(i => i.Key == "HOME-20").Changes.Single().Now);

        Assert.Equal("backups.not_owned", (await service.RestoreAsync(first, [new RestoreChoice(RouterMenus.PppSecret, "budi"), new RestoreChoice(RouterMenus.PppSecret, foreign)], Token)).Error!.Code);
        var plan = await service.RestoreAsync(first, [.. preview.Items.Select(i => new RestoreChoice(i.Menu, i.Key))], Token);
        Assert.Null(plan.Error);
        var applied = await rig.ApplyPlanAsync(plan.Value);
        Assert.Equal((AccessPlanState.Applied, 2), (applied.Row.State, applied.Row.Steps));
        Assert.Equal("rahasia", rig.Find(RouterMenus.PppSecret, "budi")!["password"]);
        Assert.NotEqual("1M/1M", rig.Find(RouterMenus.PppProfile, "HOME-20")!["rate-limit"]);
        Assert.Equal("2M/2M", rig.Find(RouterMenus.PppProfile, "HOME-50")!["rate-limit"]);
        Assert.Null(rig.Find(RouterMenus.Pool, "isolir-pool"));
        Assert.Null(rig.Find(RouterMenus.PppSecret, foreign));
        Assert.Equal(["yatim"], (await service.PreviewRestoreAsync(first, Token)).Value.Items.Select(i => i.Key));
    }

    [Fact]
    public async Task A_failed_attempt_is_listed_with_its_code_and_an_old_version_stays()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24"]);
        var backups = new BackupRig(rig) { Settings = new() { KeepVersions = 1 } };
        var service = backups.As();
        var first = (await service.TakeAsync(ProvisioningRig.RouterId(0), Token)).Value;
        rig.Lab.Router.PowerOff();
        var failed = await service.TakeAsync(ProvisioningRig.RouterId(0), Token);
        Assert.StartsWith("routeros.", failed.Error!.Code, StringComparison.Ordinal);
        var rows = (await service.ListAsync(new RouterBackupFilter(ProvisioningRig.RouterId(0)), new(), Token)).Value;
        Assert.Equal([failed.Error.Code, null], rows.Items.Select(r => r.ErrorCode));
        Assert.NotEmpty((await service.ReadTextAsync(first, Token)).Value);
        Assert.Equal("backups.failed", (await service.ReadTextAsync(rows.Items[0].Id, Token)).Error!.Code);

        rig.Lab.Router.PowerOn();
        var next = await ProvisioningRig.WaitForAsync(() => service.TakeAsync(ProvisioningRig.RouterId(0), Token), t => t.Succeeded);
        Assert.Equal([next.Value], (await service.ListAsync(new RouterBackupFilter(Good: true), new(), Token)).Value.Items.Select(r => r.Id));
        Assert.Equal(2, Directory.GetFiles(backups.Folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_router_that_is_only_watched_gets_no_file()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24"]);
        rig.Settings = rig.Settings with { ObserveMode = true };
        var service = new BackupRig(rig).As();
        var taken = (await service.TakeAsync(ProvisioningRig.RouterId(0), Token)).Value;
        var row = (await service.GetAsync(taken, Token)).Value;
        Assert.Equal((RouterBackupFormat.Dump, 0L, null), (row.Format, row.BinaryBytes, row.BinaryOnRouter));
        Assert.Null(rig.Find("/file", "ispportal.backup"));
    }

    [Fact]
    public async Task Every_router_is_kept_and_the_dead_one_counted()
    {
        await using var rig = await ProvisioningRig.StartAsync(["6.49", "7.24", "7.12"]);
        rig.Lab.Routers[2].PowerOff();
        Assert.Equal((2, 1), await new BackupRig(rig).Taker.TakeAllAsync(Token));
    }

    [Fact]
    public async Task A_reply_cut_in_the_middle_is_no_short_version()
    {
        await using var rig = await ProvisioningRig.StartAsync(["6.49"], sessions: 200);
        var service = new BackupRig(rig).As();
        rig.Lab.Router.Throw(new LabFault(LabFaultKind.FinMidTable));
        var taken = await service.TakeAsync(ProvisioningRig.RouterId(0), Token);
        Assert.StartsWith("routeros.", taken.Error!.Code, StringComparison.Ordinal);
    }

    private static string FirstSecret(ProvisioningRig rig)
    {
        var menu = rig.Lab.Router.World.Menu(RouterMenus.PppSecret);
        return menu.Get(menu.Items[0], "name")!;
    }

    private static async Task ForgetPasswordAsync(ProvisioningRig rig, Guid accessId)
    {
        await using var context = rig.Database.Open();
        await context.Set<DesiredAccessRecord>().Where(a => a.AccessId == accessId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Password, (string?)null), Token);
    }

    private static void Rename(ProvisioningRig rig, string name)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            world.Menu("/system/identity").Items[0].Values[0] = name;
        }
    }

    private static void Remove(ProvisioningRig rig, string menu, string name)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            world.Menu(menu).Delete(world.Menu(menu).ByName(name)!);
        }
    }
}
