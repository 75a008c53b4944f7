using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.OnCall;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Common;
using IspPortal.Core.Common.People;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.OnCall;

internal sealed class OnCallDesk(IDbContextFactory<PortalDbContext> contexts, OnCallReading reading, ICurrentActor actor, IBusinessClock business, TimeProvider clock) : IOnCallDesk
{
    private const int MostMembers = 50;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(56);
    private static readonly TimeSpan LongestStandIn = TimeSpan.FromDays(60);
    private static readonly MessageChannel[] OfPeople = [MessageChannel.Email, MessageChannel.WhatsApp, MessageChannel.Telegram, MessageChannel.Sms];

    public async Task<Result<OnCallBoard>> GetAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsRead) is { } denied)
        {
            return denied;
        }

        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var schedule = await context.Set<OnCallSchedule>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == OnCallSchedule.TheOne, cancellationToken);
        var rota = await reading.RotaAsync(context, now, cancellationToken);
        var people = await reading.PeopleAsync(context, cancellationToken);
        var terms = schedule is null
            ? new SaveOnCallRequest(await business.TodayAsync(cancellationToken), new TimeOnly(8, 0), 1, [])
            : new SaveOnCallRequest(schedule.StartsOn, schedule.HandOverAt, schedule.Weeks, AlertRule.Split(schedule.Members));
        return new OnCallBoard(rota.WhoAt(now), terms, schedule?.Version ?? 0, rota.Turns(now, now + Ahead), [.. people.Select(p => new StaffRow(p.UserId, p.Name, p.Channels, p.Channels.All(p.Addresses.ContainsKey)))]);
    }

    public async Task<Result> SaveAsync(long version, SaveOnCallRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsConfigure) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = (await reading.PeopleAsync(context, cancellationToken)).Select(p => p.UserId).ToHashSet();
        List<FieldError> wrong = [];
        if (request.Weeks is < 1 or > 4)
        {
            wrong.Add(new FieldError("weeks", "common.out_of_range", 1, 4));
        }

        if (request.Members.Count > MostMembers || request.Members.Any(m => !known.Contains(m)))
        {
            wrong.Add(new FieldError("members", "alerts.not_staff"));
        }

        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        var schedule = await context.Set<OnCallSchedule>().FirstOrDefaultAsync(s => s.Id == OnCallSchedule.TheOne, cancellationToken);
        if ((schedule?.Version ?? 0) != version)
        {
            return CommonErrors.VersionConflict;
        }

        schedule ??= context.Add(new OnCallSchedule { Id = OnCallSchedule.TheOne }).Entity;
        (schedule.StartsOn, schedule.HandOverAt, schedule.Weeks, schedule.Members) = (request.StartsOn, request.HandOverAt, request.Weeks, AlertRule.Join(request.Members));
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result> StandInAsync(Guid id, StandInRequest request, CancellationToken cancellationToken)
    {
        if ((actor.Deny(AlertPermissions.AlertsConfigure) ?? PlainText.Refuse(request.Reason)) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        List<FieldError> wrong = [];
        if ((await reading.PeopleAsync(context, cancellationToken)).All(p => p.UserId != request.UserId))
        {
            wrong.Add(new FieldError("userId", "alerts.not_staff"));
        }

        if (request.ToUtc <= request.FromUtc || request.ToUtc <= clock.UtcNow() || request.ToUtc - request.FromUtc > LongestStandIn)
        {
            wrong.Add(new FieldError("toUtc", request.ToUtc <= request.FromUtc ? "common.not_before_to" : request.ToUtc <= clock.UtcNow() ? "alerts.in_the_past" : "alerts.window_too_long"));
        }

        if (request.Reason?.Length > 300)
        {
            wrong.Add(new FieldError("reason", "common.too_long", 300));
        }

        if (wrong.Count > 0)
        {
            return CommonErrors.Invalid(wrong);
        }

        if (await context.Set<OnCallOverride>().AnyAsync(o => o.Id == id, cancellationToken))
        {
            return Result.Success;
        }

        context.Add(new OnCallOverride { Id = id, UserId = request.UserId, FromUtc = request.FromUtc, ToUtc = request.ToUtc, Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim(), MadeBy = actor.Actor.Name });
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result> RemoveStandInAsync(Guid id, CancellationToken cancellationToken)
    {
        if (actor.Deny(AlertPermissions.AlertsConfigure) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<OnCallOverride>().FirstOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } standIn)
        {
            return AlertErrors.StandInNotFound;
        }

        context.Remove(standIn);
        return await context.TrySaveAsync(null, cancellationToken);
    }

    public async Task<Result<AlertContactForm>> MyContactAsync(CancellationToken cancellationToken)
    {
        if (RefuseMe() is { } refused)
        {
            return refused;
        }

        var me = actor.Actor.Id!.Value;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var contact = await context.Set<AlertContact>().AsNoTracking().FirstOrDefaultAsync(c => c.UserId == me, cancellationToken);
        return new AlertContactForm { Phone = contact?.Phone, TelegramChatId = contact?.TelegramChatId, Channels = AlertContact.Read(contact?.Channels), Version = contact?.Version ?? 0 };
    }

    public async Task<Result> SaveMyContactAsync(AlertContactForm form, CancellationToken cancellationToken)
    {
        if ((RefuseMe() ?? Judge(form)) is { } refused)
        {
            return refused;
        }

        var me = actor.Actor.Id!.Value;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var contact = await context.Set<AlertContact>().FirstOrDefaultAsync(c => c.UserId == me, cancellationToken);
        if ((contact?.Version ?? 0) != form.Version)
        {
            return CommonErrors.VersionConflict;
        }

        contact ??= context.Add(new AlertContact { UserId = me }).Entity;
        contact.Phone = string.IsNullOrWhiteSpace(form.Phone) ? null : PhoneNumber.ToE164(form.Phone);
        contact.TelegramChatId = string.IsNullOrWhiteSpace(form.TelegramChatId) ? null : form.TelegramChatId.Trim();
        contact.Channels = string.Join(' ', form.Channels.Distinct().Order());
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    private static Error? Judge(AlertContactForm form)
    {
        List<FieldError> wrong = [.. PlainText.Judge(form)];
        var phone = string.IsNullOrWhiteSpace(form.Phone) ? null : PhoneNumber.ToE164(form.Phone);
        if (!string.IsNullOrWhiteSpace(form.Phone) && phone is null)
        {
            wrong.Add(new FieldError("phone", "alerts.not_a_phone"));
        }
        else if (phone is null && form.Channels.Any(c => c is MessageChannel.WhatsApp or MessageChannel.Sms))
        {
            wrong.Add(new FieldError("phone", "common.required"));
        }

        if (string.IsNullOrWhiteSpace(form.TelegramChatId) ? form.Channels.Contains(MessageChannel.Telegram) : !long.TryParse(form.TelegramChatId.Trim(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            wrong.Add(new FieldError("telegramChatId", string.IsNullOrWhiteSpace(form.TelegramChatId) ? "common.required" : "alerts.not_a_chat"));
        }

        if (form.Channels.Count == 0 || form.Channels.Any(c => !OfPeople.Contains(c)))
        {
            wrong.Add(new FieldError("channels", form.Channels.Count == 0 ? "common.required" : "common.not_allowed"));
        }

        return wrong.Count > 0 ? CommonErrors.Invalid(wrong) : null;
    }

    private Error? RefuseMe() => actor.Deny(AlertPermissions.AlertsRead) ?? (actor.Actor is { Kind: ActorKind.User, Id: not null } ? null : AlertErrors.NotAPerson);
}
