using IspPortal.Core.Audit;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>Senders by name and templates by their event, for the audit.</summary>
internal sealed class MessagingAuditNames(IDbContextFactory<PortalDbContext> contexts) : IAuditNames
{
    private const string Sender = "message_sender";
    private const string Template = "message_template";

    public async Task<IReadOnlyDictionary<AuditThing, string>> NamesAsync(IReadOnlyCollection<AuditThing> things, CancellationToken cancellationToken)
    {
        var wanted = things.Where(thing => thing.Entity is Sender or Template && thing.Guid is not null).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return new Dictionary<AuditThing, string>();
        }

        var ids = wanted.Select(thing => thing.Guid!.Value).Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await context.Set<MessageSender>().AsNoTracking().Where(sender => ids.Contains(sender.Id)).ToDictionaryAsync(sender => sender.Id, sender => sender.Name, cancellationToken);
        var texts = await context.Set<MessageTemplate>().AsNoTracking().Where(template => ids.Contains(template.Id)).ToDictionaryAsync(template => template.Id, template => template.Event, cancellationToken);
        return wanted.Select(thing => (Thing: thing, Name: names.GetValueOrDefault(thing.Guid!.Value) ?? texts.GetValueOrDefault(thing.Guid!.Value))).Where(found => found.Name is not null)
            .ToDictionary(found => found.Thing, found => found.Name!);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var key = text.ToLowerInvariant();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
        var ids = await context.Set<MessageSender>().AsNoTracking().Where(sender => sender.Name.ToLower().Contains(key)).OrderBy(sender => sender.Name).Take(limit).Select(sender => sender.Id).ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return [.. ids.Select(id => id.ToString())];
    }
}
