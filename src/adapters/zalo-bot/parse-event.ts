import { z } from 'zod'

// Documentation and captured payloads differ; what is not needed to answer is optional.
const Message = z.object({
  message_id: z.string().min(1),
  date: z.coerce.number().optional().catch(undefined),
  chat: z.object({ id: z.string().min(1), chat_type: z.string().optional() }),
  from: z.object({ id: z.string().min(1), is_bot: z.boolean().optional() }),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.unknown().optional(),
  photo_url: z.unknown().optional(),
})

const Event = z.object({
  event_name: z.enum([
    'message.text.received',
    'message.image.received',
    'message.photo.received',
    'message.sticker.received',
    'message.voice.received',
    'message.unsupported.received',
  ]),
  message: Message,
})

/** The parts of a Zalo Bot event that dondoc looks at. */
export type ZaloBotEvent = z.infer<typeof Event>

/** An event, bare as it arrives or wrapped in { ok, result } as it is documented; undefined for anything else. */
export function parseEvent(body: unknown): ZaloBotEvent | undefined {
  const wrapped = z.object({ result: z.unknown() }).safeParse(body).data?.result
  return Event.safeParse(wrapped ?? body).data
}
