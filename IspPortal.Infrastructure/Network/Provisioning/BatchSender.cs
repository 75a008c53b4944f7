using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>Asks the router about a batch of steps, then sends those that still apply: the steps of one line after each other, lines beside each other.</summary>
internal sealed class BatchSender(RouterClients clients, IRouterContentsReader reader, TimeProvider clock)
{
    private const int LinesAtOnce = 4;

    /// <summary>Reads the items of the batch and decides about each step. An error means that nothing was decided.</summary>
    public async Task<Result> JudgeAsync(Guid routerId, IReadOnlyList<BatchStep> batch, CancellationToken cancellationToken)
    {
        var contents = await reader.ReadAsync(routerId, ReadingOf(batch), cancellationToken);
        if (!contents.Succeeded)
        {
            return contents.Error;
        }

        foreach (var step in batch)
        {
            step.Verdict = StepJudge.Judge(step.Step, step.WasSent, contents.Value[step.Step.Menu]);
            step.ItemId = step.Verdict.ItemId;
            if (step.Verdict.Decision != StepDecision.Send)
            {
                step.State = step.Verdict.Decision == StepDecision.Skip ? PlanStepState.Skipped : PlanStepState.Failed;
                step.Code = step.Verdict.Code;
            }
        }

        return Result.Success;
    }

    /// <summary>Sends what was decided to be sent. An error means that the connection fell: what has no outcome yet may or may not have arrived.</summary>
    public async Task<Result> SendAsync(Guid routerId, IReadOnlyList<BatchStep> batch, RequestBudget budget, RequestBudget? kicks, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        // Profiles, pools and parts of a kit come in their order and before the lines: a session that ends must find its new profile.
        foreach (var step in batch.Where(s => IsShared(s.Step) && s.State == PlanStepState.Sending))
        {
            await budget.WaitAsync(cancellationToken);
            if (await SendAsync(client.Value, step, cancellationToken) is { } error)
            {
                return error;
            }
        }

        Error? fallen = null;
        var lines = batch.Where(s => !IsShared(s.Step)).GroupBy(s => s.Step.AccessId?.ToString() ?? s.Step.Key, StringComparer.Ordinal);
        await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = LinesAtOnce, CancellationToken = cancellationToken }, async (line, token) =>
        {
            if (await SendLineAsync(client.Value, line, budget, kicks, () => Volatile.Read(ref fallen) is not null, token) is { } error)
            {
                Volatile.Write(ref fallen, error);
            }
        });
        return fallen is null ? Result.Success : fallen;
    }

    private static bool IsShared(PlanStep step) => step.AccessId is null && step.Verb != PlanVerb.Kick;

    private async Task<Error?> SendLineAsync(
        IRouterOsClient client, IEnumerable<BatchStep> line, RequestBudget budget, RequestBudget? kicks, Func<bool> hasFallen, CancellationToken cancellationToken)
    {
        var refused = false;
        foreach (var step in line)
        {
            if (hasFallen())
            {
                return null;
            }

            var isKick = step.Step.Verb == PlanVerb.Kick;
            if (refused && isKick && step.State == PlanStepState.Sending)
            {
                // Ending the session would only cut the customer off for a change that did not happen.
                step.State = PlanStepState.Skipped;
                step.Code = "provisioning.step_before_failed";
            }
            else if (step.State == PlanStepState.Sending)
            {
                await (isKick && kicks is not null ? kicks : budget).WaitAsync(cancellationToken);
                if (await SendAsync(client, step, cancellationToken) is { } error)
                {
                    return error;
                }
            }

            refused |= step.State == PlanStepState.Failed;
        }

        return null;
    }

    private async Task<Error?> SendAsync(IRouterOsClient client, BatchStep step, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        string? placeBefore = null;
        if (step.Step is { Verb: PlanVerb.Add, PlaceBefore: { } before })
        {
            var place = await PlaceAsync(client, step.Step.Menu, before, cancellationToken);
            if (!place.Succeeded)
            {
                return place.Error;
            }

            placeBefore = place.Value.Length == 0 ? null : place.Value;
        }

        foreach (var command in StepCommand.Of(step.Step, step.ItemId, placeBefore))
        {
            var done = await client.ExecuteAsync(command, cancellationToken);
            if (done.Succeeded)
            {
                step.ItemId = done.Value.Ret ?? step.ItemId;
                continue;
            }

            if (!IsAnswer(done.Error))
            {
                return done.Error;
            }

            // Gone is what a removal wanted.
            var isGone = done.Error.Code == "routeros.trap_no_such_item" && step.Step.Verb is PlanVerb.Remove or PlanVerb.Kick;
            step.State = isGone ? PlanStepState.Skipped : PlanStepState.Failed;
            step.Code = isGone ? StepJudge.AlreadyGone : done.Error.Code == "routeros.trap_duplicate" ? StepJudge.ItemForeign : done.Error.Code;
            step.Answer = done.Error.Detail;
            return null;
        }

        step.State = PlanStepState.Done;
        step.DurationMilliseconds = (int)clock.GetElapsedTime(start).TotalMilliseconds;
        step.Answer = step.Step.Verb == PlanVerb.Add ? step.ItemId : null;
        return null;
    }

    // The tag of a rule of ours, or a property such as action=fasttrack-connection; the first that fits. Empty: none, the rule goes to the end.
    private static async Task<Result<string>> PlaceAsync(IRouterOsClient client, string menu, string before, CancellationToken cancellationToken)
    {
        var command = new RouterOsCommand(menu + "/print").Proplist(".id", "comment", "dynamic", "action");
        if (!before.StartsWith('['))
        {
            command = command.Where("?" + before);
        }

        var rows = await client.PrintAsync(command, cancellationToken);
        return rows.Succeeded
            ? rows.Value.FirstOrDefault(r => r["dynamic"] != "true" && (!before.StartsWith('[') || OwnershipTag.TextOf(r["comment"]) == before))?.Id ?? string.Empty
            : rows.Error;
    }

    // What the router said to the command itself, as opposed to a line that fell silent.
    private static bool IsAnswer(Error error) => error.Code.StartsWith("routeros.trap", StringComparison.Ordinal) || error.Code == "routeros.not_enough_permissions";

    private static RouterReading ReadingOf(IReadOnlyList<BatchStep> batch)
    {
        var keys = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal);
        HashSet<string>? lists = null;
        foreach (var group in batch.GroupBy(s => s.Step.Menu))
        {
            if (group.Key == RouterMenus.AddressList)
            {
                lists = [.. group.Select(s => s.Step.Key.Split(' ')[0])];
            }
            else if (RouterMenus.KeyOf(group.Key).Count > 0)
            {
                keys[group.Key] = group.SelectMany(s => s.Step.After.TryGetValue("name", out var renamed) && renamed is not null ? (string[])[s.Step.Key, renamed] : [s.Step.Key])
                    .Distinct(StringComparer.Ordinal).ToList();
            }
        }

        // Renames may double the names of a batch; more than a router is asked for by name is read whole.
        foreach (var menu in keys.Where(k => k.Value.Count > RouterContentsReader.MaxKeys).Select(k => k.Key).ToList())
        {
            keys.Remove(menu);
        }

        return new RouterReading([.. batch.Select(s => s.Step.Menu).Distinct(StringComparer.Ordinal)]) { Keys = keys, AddressLists = lists };
    }
}
