using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Backups;

/// <summary>Takes a version, notes how that went, and lets go of the oldest ones.</summary>
internal sealed class RouterBackupTaker(PortalContextSource source, RouterTextReader reader, BackupFiles files, ISettingsReader<BackupSettings> settings, TimeProvider clock)
{
    private const string Job = "back-up-routers";
    private const int RoutersAtOnce = 2;

    /// <summary>Takes one; the error of a failed one is noted too and the earlier versions stay.</summary>
    public async Task<Result<Guid>> TakeAsync(Guid routerId, string takenBy, CancellationToken cancellationToken)
    {
        var backup = new RouterBackup { Id = Ids.New(clock), RouterId = routerId, TakenAtUtc = clock.UtcNow(), TakenBy = takenBy };
        var read = await reader.ReadAsync(routerId, $"ispportal-{backup.Id:N}"[..22], null, cancellationToken);
        if (!read.Succeeded && read.Error == NetworkErrors.RouterNotFound)
        {
            return read.Error;
        }

        var limits = await settings.GetAsync(cancellationToken);
        if (read.Succeeded)
        {
            await KeepAsync(backup, read.Value, limits, cancellationToken);
        }
        else
        {
            (backup.ErrorCode, backup.ErrorDetail) = (read.Error.Code, read.Error.Detail is { Length: > 1000 } detail ? detail[..1000] : read.Error.Detail);
        }

        await using (var context = source.CreateForSystem(Job))
        {
            context.Add(backup);
            await context.SaveChangesAsync(cancellationToken);
        }

        await LetGoAsync(routerId, limits.KeepVersions, cancellationToken);
        return read.Succeeded ? backup.Id : read.Error;
    }

    /// <summary>Every enabled router, two at a time; gives how many were kept and how many failed.</summary>
    public async Task<(int Kept, int Failed)> TakeAllAsync(CancellationToken cancellationToken)
    {
        List<Guid> routers;
        await using (var context = source.CreateForSystem(Job))
        {
            routers = await context.Set<Router>().Where(r => r.Enabled && r.RemovedAtUtc == null).OrderBy(r => r.Name).Select(r => r.Id).ToListAsync(cancellationToken);
        }

        var kept = 0;
        await Parallel.ForEachAsync(routers, new ParallelOptions { MaxDegreeOfParallelism = RoutersAtOnce, CancellationToken = cancellationToken }, async (routerId, token) =>
        {
            if ((await TakeAsync(routerId, "system:" + Job, token)).Succeeded)
            {
                Interlocked.Increment(ref kept);
            }
        });
        return (kept, routers.Count - kept);
    }

    private async Task KeepAsync(RouterBackup backup, RouterText read, BackupSettings limits, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetBytes(read.Text);
        backup.RouterOsVersion = read.RouterOsVersion;
        backup.Format = read.Format;
        backup.TextBytes = text.Length;
        backup.TextSha256 = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', BackupText.LinesOf(read.Text)))));
        backup.TextFile = await files.SaveAsync(backup.RouterId, backup.Id, "text", text, cancellationToken);
        if (!limits.Binary || !await reader.MayWriteAsync(backup.RouterId, cancellationToken))
        {
            return;
        }

        var binary = await reader.SaveBinaryAsync(backup.RouterId, cancellationToken);
        if (!binary.Succeeded)
        {
            backup.BinaryErrorCode = binary.Error.Code;
        }
        else if (binary.Value.Content is { } content)
        {
            backup.BinaryBytes = content.Length;
            backup.BinaryFile = await files.SaveAsync(backup.RouterId, backup.Id, "binary", content, cancellationToken);
        }
        else
        {
            backup.BinaryOnRouter = binary.Value.File;
        }
    }

    // Failed attempts never push a good version out.
    private async Task LetGoAsync(Guid routerId, int keep, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var all = context.Set<RouterBackup>().Where(b => b.RouterId == routerId);
        var old = await all.Where(b => b.ErrorCode == null).OrderByDescending(b => b.TakenAtUtc).ThenByDescending(b => b.Id).Skip(keep).Take(1000).ToListAsync(cancellationToken);
        old.AddRange(await all.Where(b => b.ErrorCode != null).OrderByDescending(b => b.TakenAtUtc).ThenByDescending(b => b.Id).Skip(keep).Take(1000).ToListAsync(cancellationToken));
        context.RemoveRange(old);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var backup in old)
        {
            files.Remove(backup.TextFile);
            files.Remove(backup.BinaryFile);
        }
    }
}
