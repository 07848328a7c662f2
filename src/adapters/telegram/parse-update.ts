import { z } from 'zod'

const User = z.object({ id: z.number().int(), is_bot: z.boolean().optional() })
const Chat = z.object({ id: z.number().int(), type: z.string() })

const Seconds = z.number().int().min(0).max(4_102_444_800).optional().catch(undefined)

const SentFile = z.object({
  file_id: z.string().min(1),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().int().min(0).optional().catch(undefined),
})

// A shape that Telegram never sent hides the file and not the message.
const Sent = SentFile.optional().catch(undefined)

const Message = z.object({
  chat: Chat,
  from: User.optional(),
  date: Seconds,
  edit_date: Seconds,
  text: z.string().optional(),
  caption: z.string().optional(),
  reply_to_message: z.object({ from: User.optional() }).optional(),
  photo: z.array(SentFile).optional().catch(undefined),
  document: Sent,
  video: Sent,
  audio: Sent,
  animation: Sent,
  voice: z.unknown().optional(),
  video_note: z.unknown().optional(),
  sticker: z.unknown().optional(),
  contact: z.unknown().optional(),
  location: z.unknown().optional(),
  poll: z.unknown().optional(),
  dice: z.unknown().optional(),
})

const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  // Inaccessible messages of old keyboards keep their chat.
  message: z.object({ chat: Chat }).optional(),
  data: z.string().optional(),
})

const ChatMember = z.object({ chat: Chat, from: User, new_chat_member: z.object({ status: z.string() }) })

const Update = z.object({
  update_id: z.number().int(),
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: CallbackQuery.optional(),
  my_chat_member: ChatMember.optional(),
})

/** The parts of a Telegram message that dondoc looks at. */
export type TelegramMessage = z.infer<typeof Message>

/** The updates that dondoc asks Telegram for, cut down to what it looks at. */
export type TelegramUpdate = z.infer<typeof Update>

/** An update, or undefined when it has another shape; a field of an odd kind makes it unknown, never an error. */
export function parseUpdate(body: unknown): TelegramUpdate | undefined {
  return Update.safeParse(body).data
}
