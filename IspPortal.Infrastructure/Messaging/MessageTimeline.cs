using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Timeline;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>What a customer was told, at the moment it went, or at which it was given up.</summary>
internal sealed class MessageTimeline(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ITimelineSource
{
    private const string Kind = "message";

    public IReadOnlyList<string> Kinds => [Kind];

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        if (query.Subject.Kind != TimelineSubject.Customer || !query.Wants(Kind) || !actor.Actor.May(MessagingPermissions.MessagesRead))
        {
            return [];
        }

        var (customer, until) = (query.Subject.Id, query.UntilUtc());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Set<Message>().AsNoTracking().Where(message => message.CustomerId == customer && message.QueuedAtUtc <= until)
            .OrderByDescending(message => message.QueuedAtUtc).Take(query.ToRead())
            .Select(message => new { message.Id, message.QueuedAtUtc, message.State, message.Event, message.Channel, message.Address }).ToListAsync(cancellationToken);
        return query.Cut(rows.Select(row => new TimelineEntry(row.Id, row.QueuedAtUtc, Kind, ActionOf(row.State), null, null, $"messages/{row.Id}", row.Event, row.Channel.ToString(), row.Address)));
    }

    private static string ActionOf(MessageState state) => state switch
    {
        MessageState.Sent or MessageState.Delivered or MessageState.Read => "sent",
        MessageState.Failed => "failed",
        MessageState.Uncertain => "uncertain",
        MessageState.Dropped => "dropped",
        MessageState.WouldHave => "would_have",
        _ => "waiting",
    };
}
