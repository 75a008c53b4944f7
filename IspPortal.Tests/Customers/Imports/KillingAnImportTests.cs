using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Customers.Imports;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Customers.Imports;

/// <summary>The portal's own process is killed in the middle of an import (kill -9) and started again.</summary>
public sealed class KillingAnImportTests
{
    // Six batches.
    private const int Rows = 6 * CustomerImportRunner.RowsAtOnce;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_on_to_the_end_and_makes_every_row_once()
    {
        // The portal's process has the real time.
        var clock = new ManualClock(TimeProvider.System.GetUtcNow());
        await using var database = await PortalDatabase.CreateAsync("Sqlite", clock, secrets: KilledPortal.SecretsOf);
        var rig = new CustomersRig(database, clock) { Vault = new CustomerImportVault(KilledPortal.KeysOf(database.Options)) };
        for (var round = 0; round < KilledPortal.Rounds(1, 8); round++)
        {
            var id = await rig.UploadAsync(ImportScene.Crowd(Rows, (round * Rows) + 1));
            Assert.Equal(Rows, (await rig.CheckAsync(id)).Row.New);
            await rig.StartAsync(id);

            var enough = CustomerImportRunner.RowsAtOnce * (1 + (round % 4));
            await using (var first = KilledPortal.Start(database.Options.DataDirectory))
            {
                await ProvisioningRig.WaitForAsync(() => rig.DetailsAsync(id), import => import.Row.Made >= enough, TimeSpan.FromSeconds(120));
                await first.KillAsync();
            }

            var half = (await rig.DetailsAsync(id)).Row;
            Assert.Equal(CustomerImportState.Running, half.State);
            Assert.InRange(half.Made, enough, Rows - 1);
            Assert.Equal((round * Rows) + half.Made, await CountAsync<Customer>(database));

            // Whoever comes next waits until the lease of the dead one has run out.
            await using var second = KilledPortal.Start(database.Options.DataDirectory);
            var ended = await ProvisioningRig.WaitForAsync(() => rig.DetailsAsync(id), import => import.Row.State != CustomerImportState.Running, TimeSpan.FromSeconds(120));
            Assert.Equal((CustomerImportState.Done, Rows, Rows, 0, 0), (ended.Row.State, ended.Row.Made, ended.Row.New, ended.Row.Wrong, ended.Left));
        }

        await EachOnceAsync(database, Rows * KilledPortal.Rounds(1, 8));
    }

    private static async Task EachOnceAsync(PortalDatabase database, int rows)
    {
        await using var context = database.Open();
        Assert.Equal(Enumerable.Range(1, rows).Select(i => $"C{i}").Order(StringComparer.Ordinal), (await context.Set<Customer>().Select(c => c.ExternalCode!).ToListAsync(Token)).Order(StringComparer.Ordinal));
        Assert.Equal(rows, await context.Set<Customer>().Select(c => c.Number).Distinct().CountAsync(Token));
        Assert.Equal(rows, await context.Set<BillingAccount>().Select(a => a.CustomerId).Distinct().CountAsync(Token));
        Assert.Equal(rows, await CountAsync<BillingAccount>(database));
        Assert.Equal(rows, await context.Set<CustomerImportLine>().Where(l => l.CustomerId != null).Select(l => l.CustomerId).Distinct().CountAsync(Token));
    }

    private static async Task<int> CountAsync<TRow>(PortalDatabase database)
        where TRow : class
    {
        await using var context = database.Open();
        return await context.Set<TRow>().CountAsync(Token);
    }
}
